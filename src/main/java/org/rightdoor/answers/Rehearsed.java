package org.rightdoor.answers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the answers of one language have learnt from being tried out.
 *
 * @param weights what each phrasing, when a message is wholly like it, adds to the score of each answer
 */
record Rehearsed(Mix mix, double[][] weights, Sureness sureness) {

    /** The share of questions that would get an answer counts most; what nearly would tells apart where that is none. */
    double promise() {
        return sureness.coverage(0.95) + 2 * sureness.coverage(AnswerFinder.PRECISION);
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeDouble(mix.words());
        out.writeDouble(mix.sharpness());
        out.writeDouble(mix.topic());
        sureness.writeTo(out);
        out.writeInt(weights.length);
        for (var ofPhrasing : weights) write(ofPhrasing, out);
    }

    static Rehearsed from(DataInputStream in) throws IOException {
        var mix = new Mix(in.readDouble(), in.readDouble(), in.readDouble());
        var sureness = Sureness.from(in);
        var weights = new double[in.readInt()][];
        for (var i = 0; i < weights.length; i++) weights[i] = read(in);
        return new Rehearsed(mix, weights, sureness);
    }

    static void write(double[] numbers, DataOutputStream out) throws IOException {
        out.writeInt(numbers.length);
        for (var number : numbers) out.writeDouble(number);
    }

    static double[] read(DataInputStream in) throws IOException {
        var numbers = new double[in.readInt()];
        for (var i = 0; i < numbers.length; i++) numbers[i] = in.readDouble();
        return numbers;
    }
}
