package org.rightdoor.understand;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** How a trained model lies on disk: smaller and quicker to read than OpenNLP's own form. */
final class ModelFile {

    private ModelFile() {}

    static void write(Model model, DataOutputStream out) throws IOException {
        write(model.languages().model(), out);
        var heads = model.heads();
        write(heads == null ? null : heads.lexical(), out);
        if (heads == null) {
            return;
        }
        write(heads.meaning(), out);
        write(model.trust(), out);
        out.writeInt(model.heldOut().right());
        out.writeInt(model.heldOut().texts());
    }

    /** Reads a model but for the neighbours, which are made of the training texts' vectors. */
    static Model read(DataInputStream in, Encoder encoder) throws IOException {
        var languages = new Languages(readModel(in));
        var words = readLexical(in);
        if (words == null) {
            return new Model(null, Trust.USUAL, HeldOut.NONE, languages);
        }
        var meaning = readMeaning(in, encoder);
        var trust = readTrust(in);
        var heldOut = new HeldOut(in.readInt(), in.readInt());
        return new Model(new Heads(words, meaning, null), trust, heldOut, languages);
    }

    /** The view may be null. */
    static void write(LexicalView view, DataOutputStream out) throws IOException {
        write(view == null ? null : view.model, out);
        if (view == null) return;
        for (float value : view.rarity()) out.writeFloat(value);
    }

    /** The view may be null. */
    static void write(MeaningView view, DataOutputStream out) throws IOException {
        write(view == null ? null : view.model, out);
        if (view == null) return;
        for (float value : view.middle()) {
            out.writeFloat(value);
        }
    }

    static LexicalView readLexical(DataInputStream in) throws IOException {
        var words = readModel(in);
        if (words == null) return null;
        var rarity = new float[words.features().size()];
        for (int i = 0; i < rarity.length; i++) rarity[i] = in.readFloat();
        return new LexicalView(words, rarity);
    }

    static MeaningView readMeaning(DataInputStream in, Encoder encoder) throws IOException {
        var meaning = readModel(in);
        if (meaning == null) return null;
        var middle = new float[Encoder.DIMENSIONS];
        for (int i = 0; i < middle.length; i++) {
            middle[i] = in.readFloat();
        }
        return new MeaningView(meaning, middle, encoder);
    }

    private static void write(Trust trust, DataOutputStream out) throws IOException {
        write(trust.blend(), out);
        out.writeInt(trust.blends().size());
        for (var blend : trust.blends().entrySet()) {
            out.writeUTF(blend.getKey());
            write(blend.getValue(), out);
        }
        out.writeDouble(trust.gate().sureness());
        out.writeDouble(trust.gate().nearness());
        out.writeDouble(trust.gate().bias());
    }

    private static Trust readTrust(DataInputStream in) throws IOException {
        var blend = new Blend(in.readDouble(), in.readDouble(), in.readDouble());
        var blends = new HashMap<String, Blend>();
        for (int left = in.readInt(); left > 0; left--) {
            blends.put(in.readUTF(), new Blend(in.readDouble(), in.readDouble(), in.readDouble()));
        }
        return new Trust(blend, blends, new Gate(in.readDouble(), in.readDouble(), in.readDouble()));
    }

    private static void write(Blend blend, DataOutputStream out) throws IOException {
        out.writeDouble(blend.meaning());
        out.writeDouble(blend.lexical());
        out.writeDouble(blend.neighbours());
    }

    private static void write(Weights model, DataOutputStream out) throws IOException {
        out.writeBoolean(model != null);
        if (model == null) {
            return;
        }
        out.writeInt(model.getNumOutcomes());
        for (int i = 0; i < model.getNumOutcomes(); i++) {
            out.writeUTF(model.getOutcome(i));
        }
        var features = model.features();
        out.writeInt(features.size());
        for (int feature = 0; feature < features.size(); feature++) {
            out.writeUTF(features.name(feature));
            out.writeShort(model.from(feature + 1) - model.from(feature));
            for (int at = model.from(feature); at < model.from(feature + 1); at++) {
                out.writeShort(model.label(at));
                out.writeFloat(model.weight(at));
            }
        }
    }

    private static Weights readModel(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        var labels = new String[in.readInt()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = in.readUTF();
        }
        var features = new String[in.readInt()];
        var from = new int[features.length + 1];
        var labelOf = new short[features.length * 4];
        var weights = new float[features.length * 4];
        for (int feature = 0; feature < features.length; feature++) {
            features[feature] = in.readUTF();
            int end = from[feature] + in.readUnsignedShort();
            if (end > weights.length) {
                labelOf = Arrays.copyOf(labelOf, end * 2);
                weights = Arrays.copyOf(weights, end * 2);
            }
            for (int at = from[feature]; at < end; at++) {
                labelOf[at] = in.readShort();
                weights[at] = in.readFloat();
            }
            from[feature + 1] = end;
        }
        int all = from[features.length];
        return new Weights(
                Lexicon.of(List.of(features)),
                List.of(labels),
                from,
                Arrays.copyOf(labelOf, all),
                Arrays.copyOf(weights, all));
    }
}
