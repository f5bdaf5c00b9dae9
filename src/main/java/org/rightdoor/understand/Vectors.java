package org.rightdoor.understand;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The encoder's vectors of the training texts: the costly part of training, so they are kept from one to the next. */
record Vectors(Map<String, float[]> byText) {

    Vectors() {
        this(new HashMap<>());
    }

    /**
     * A vector for each text, in their order; encodes what was not known, on one processor so that a server which learns
     * goes on serving.
     */
    List<float[]> of(List<String> texts, Encoder encoder) {
        texts.forEach(text -> byText.computeIfAbsent(text, unknown -> encoder.encode(unknown)));
        return texts.stream().map(byText::get).toList();
    }

    /** Encodes what was not known, on all processors, for a command that has nothing else to do. */
    void prepare(List<String> texts, Encoder encoder) {
        var fresh = new ConcurrentHashMap<String, float[]>();
        texts.parallelStream()
                .distinct()
                .filter(text -> !byText.containsKey(text))
                .forEach(text -> fresh.put(text, encoder.encode(text)));
        byText.putAll(fresh);
    }

    void write(Collection<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(Encoder.edition());
        out.writeInt(texts.size());
        for (var text : texts) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
            var vector = ByteBuffer.allocate(Encoder.DIMENSIONS * Float.BYTES);
            vector.asFloatBuffer().put(byText.get(text));
            out.write(vector.array());
        }
    }

    /** Throws IOException when the encoder would place texts otherwise today. */
    static Vectors read(DataInputStream in) throws IOException {
        if (in.readInt() != Encoder.edition()) throw new IOException("texts were placed otherwise then");
        var vectors = new Vectors();
        for (int left = in.readInt(); left > 0; left--) {
            var text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            var vector = new float[Encoder.DIMENSIONS];
            ByteBuffer.wrap(in.readNBytes(vector.length * Float.BYTES))
                    .asFloatBuffer()
                    .get(vector);
            vectors.byText.put(text, vector);
        }
        return vectors;
    }
}
