package org.rightdoor.understand;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;

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
        if (view != null) write(view.rarity().values(), out);
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
        var rarity = new LinkedHashMap<String, Float>();
        for (var feature : weights(words).keySet()) {
            rarity.put(feature, in.readFloat());
        }
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

    private static void write(Iterable<Float> values, DataOutputStream out) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static void write(QNModel model, DataOutputStream out) throws IOException {
        out.writeBoolean(model != null);
        if (model == null) {
            return;
        }
        out.writeInt(model.getNumOutcomes());
        for (int i = 0; i < model.getNumOutcomes(); i++) {
            out.writeUTF(model.getOutcome(i));
        }
        var weights = weights(model);
        out.writeInt(weights.size());
        for (var feature : weights.entrySet()) {
            out.writeUTF(feature.getKey());
            write(feature.getValue(), out);
        }
    }

    private static QNModel readModel(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        var labels = new String[in.readInt()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = in.readUTF();
        }
        var features = new String[in.readInt()];
        var weights = new Context[features.length];
        for (int i = 0; i < features.length; i++) {
            features[i] = in.readUTF();
            weights[i] = readContext(in);
        }
        return new QNModel(weights, features, labels);
    }

    private static void write(Context context, DataOutputStream out) throws IOException {
        out.writeShort(context.getOutcomes().length);
        for (int i = 0; i < context.getOutcomes().length; i++) {
            out.writeShort(context.getOutcomes()[i]);
            out.writeFloat((float) context.getParameters()[i]);
        }
    }

    private static Context readContext(DataInputStream in) throws IOException {
        var outcomes = new int[in.readUnsignedShort()];
        var parameters = new double[outcomes.length];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = in.readUnsignedShort();
            parameters[i] = in.readFloat();
        }
        return new Context(outcomes, parameters);
    }

    /** The model's weights by feature, in the order of training. */
    @SuppressWarnings("unchecked") // the documentation of getDataStructures tells the types
    static Map<String, Context> weights(QNModel model) {
        return (Map<String, Context>) model.getDataStructures()[1];
    }
}
