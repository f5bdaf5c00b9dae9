package org.rightdoor.understand;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * How much a text is like those that call a person and unlike everyday ones: each text that was learnt has its say, the more
 * so the nearer it lies, and so has every word. Found by {@link LikenessTrainer}.
 *
 * @param places where the learnt texts lie, as {@link MeaningView#place} gives them, one dimension of all texts after the
 *     other: so the processor does eight texts at once
 * @param says what each of them says: above 0 that a text beside it calls
 * @param saysOfWords the same for each feature of the {@link LexicalView}, by its number
 */
record Likeness(float[][] places, float[] says, float[] saysOfWords) {

    /** How quickly a text's say falls with its distance; 3 lets those of the same matter have one, not only the nearest. */
    private static final double SHARPNESS = 3;

    /** To a cosine of 1. */
    private static final int STEPS = 10_000;

    /** For each step from a cosine of -1 on, and a little beyond 1: to look one up takes a tenth of the time. */
    private static final float[] NEARNESS = new float[2 * STEPS + 10];

    static {
        for (int i = 0; i < NEARNESS.length; i++) NEARNESS[i] = (float) nearness((float) i / STEPS - 1);
    }

    /** About 1 for a text that surely calls, about -1 for an everyday one. */
    double of(float[] place, LexicalView.Seen words) {
        double sum = 0;
        var cosines = cosines(place);
        for (int i = 0; i < says.length; i++) {
            sum += says[i] * NEARNESS[Math.round((cosines[i] + 1) * STEPS)];
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

    private float[] cosines(float[] place) {
        var cosines = new float[says.length];
        for (int dimension = 0; dimension < place.length; dimension++) {
            add(place[dimension], places[dimension], cosines);
        }
        return cosines;
    }

    /** In this very form the compiler lets the processor do many of them at once. */
    static void add(float times, float[] some, float[] sums) {
        for (int i = 0; i < sums.length; i++) sums[i] += times * some[i];
    }

    /** The same numbers, text after text or dimension after dimension. */
    static float[][] turned(float[][] rows) {
        var turned = new float[rows[0].length][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < turned.length; column++) turned[column][row] = rows[row][column];
        }
        return turned;
    }

    /** @param features names of the words */
    void writeTo(DataOutputStream out, Lexicon features) throws IOException {
        out.writeInt(says.length);
        write(says, out);
        for (var place : places) write(place, out);
        out.writeInt(saysOfWords.length);
        for (int i = 0; i < saysOfWords.length; i++) {
            out.writeUTF(features.name(i));
            out.writeFloat(saysOfWords[i]);
        }
    }

    static Likeness from(DataInputStream in, Lexicon features) throws IOException {
        var texts = in.readInt();
        var says = floats(texts, in);
        var places = new float[Encoder.DIMENSIONS][];
        for (int i = 0; i < places.length; i++) places[i] = floats(texts, in);
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
