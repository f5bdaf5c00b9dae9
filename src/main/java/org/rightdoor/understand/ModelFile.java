package org.rightdoor.understand;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;

/** How a trained model lies on disk: smaller and quicker to read than OpenNLP's own form, with a checksum in front. */
final class ModelFile {

    private static final int CHECKSUM_BYTES = Long.BYTES;

    private ModelFile() {}

    static void write(Model model, Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(model.lexical(), out);
            write(model.languages().model(), out);
        }
        try (var out = Files.newOutputStream(file)) {
            var content = bytes.toByteArray();
            out.write(ByteBuffer.allocate(CHECKSUM_BYTES)
                    .putLong(checksum(content, 0))
                    .array());
            out.write(content);
        }
    }

    /** Throws IOException when the file was cut short, was damaged, or is something else. */
    static Model read(Path file) throws IOException {
        var content = Files.readAllBytes(file);
        if (content.length < CHECKSUM_BYTES
                || ByteBuffer.wrap(content).getLong() != checksum(content, CHECKSUM_BYTES)) {
            throw new IOException("not a model, or damaged");
        }
        var bytes = new ByteArrayInputStream(content, CHECKSUM_BYTES, content.length - CHECKSUM_BYTES);
        try (var in = new DataInputStream(bytes)) {
            return new Model(readLexical(in), new Languages(readModel(in)));
        }
    }

    private static long checksum(byte[] content, int from) {
        var checksum = new CRC32();
        checksum.update(content, from, content.length - from);
        return checksum.getValue();
    }

    private static void write(LexicalView view, DataOutputStream out) throws IOException {
        write(view == null ? null : view.model, out);
        if (view != null) {
            for (float value : view.rarity().values()) {
                out.writeFloat(value);
            }
        }
    }

    private static LexicalView readLexical(DataInputStream in) throws IOException {
        var model = readModel(in);
        if (model == null) {
            return null;
        }
        var rarity = new LinkedHashMap<String, Float>();
        for (var feature : weights(model).keySet()) {
            rarity.put(feature, in.readFloat());
        }
        return new LexicalView(model, rarity);
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
