package org.rightdoor.understand;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * How much a text is like those that call a person and unlike everyday ones: each text that was learnt has its say, the more
 * so the nearer it lies, and so has every word. Found by {@link LikenessTrainer}.
 *
 * @param places where the learnt texts lie, as {@link MeaningView#place} gives them
 * @param says what each of them says: above 0 that a text beside it calls
 * @param saysOfWords the same for each feature of the {@link LexicalView}, by its number
 */
record Likeness(RoundedPlace[] places, float[] says, float[] saysOfWords) {

    /** How quickly a text's say falls with its distance; 3 lets those of the same matter have one, not only the nearest. */
    private static final double SHARPNESS = 3;

    /** To a cosine of 1. */
    private static final int STEPS = 10_000;

    /** Rounding never carries a cosine farther beyond -1 and 1. */
    private static final float BEYOND = 0.1f;

    /** For each step from the smallest cosine to the largest: to look one up takes a tenth of the time. */
    private static final float[] NEARNESS = new float[Math.round(2 * (1 + BEYOND) * STEPS) + 1];

    static {
        for (int i = 0; i < NEARNESS.length; i++) NEARNESS[i] = (float) nearness((float) i / STEPS - 1 - BEYOND);
    }

    /** About 1 for a text that surely calls, about -1 for an everyday one. */
    double of(float[] place, LexicalView.Seen words) {
        double sum = 0;
        var sought = RoundedPlace.sought(place);
        var products = sought.products();
        for (int i = 0; i < says.length; i++) {
            float cosine = places[i].cosine(sought, products);
            sum += says[i] * NEARNESS[Math.round((cosine + 1 + BEYOND) * STEPS)];
        }
        return sum + ofWords(words);
    }

    /** The words' part in it. */
    double ofWords(LexicalView.Seen words) {
        double sum = 0;
        for (int i = 0; i < words.features().length; i++) {
            sum += words.values()[i] * saysOfWords[words.features()[i]];
        }
        return sum;
    }

    /** 1 for the same place, less the farther apart. */
    static double nearness(float cosine) {
        return Math.exp(SHARPNESS * (cosine - 1));
    }

    /** @param features names of the words */
    void writeTo(DataOutputStream out, Lexicon features) throws IOException {
        out.writeInt(says.length);
        write(says, out);
        RoundedPlace.write(places, out);
        out.writeInt(saysOfWords.length);
        for (int i = 0; i < saysOfWords.length; i++) {
            out.writeUTF(features.name(i));
            out.writeFloat(saysOfWords[i]);
        }
    }

    static Likeness from(DataInputStream in, Lexicon features) throws IOException {
        var texts = in.readInt();
        var says = floats(texts, in);
        var places = RoundedPlace.read(in);
        var words = in.readInt();
        var saysOfWords = new float[features.size()];
        for (int i = 0; i < words; i++) {
            int feature = features.number(in.readUTF());
            float say = in.readFloat();
            if (feature != Lexicon.NONE) saysOfWords[feature] = say;
        }
        return new Likeness(places, says, saysOfWords);
    }

    private static void write(float[] values, DataOutputStream out) throws IOException {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        out.write(bytes.array());
    }

    private static float[] floats(int length, DataInputStream in) throws IOException {
        var values = new float[length];
        ByteBuffer.wrap(in.readNBytes(length * Float.BYTES)).asFloatBuffer().get(values);
        return values;
    }
}
