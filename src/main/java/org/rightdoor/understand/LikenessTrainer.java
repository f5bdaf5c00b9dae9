package org.rightdoor.understand;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Kernel ridge regression over meaning and words together, solved by conjugate gradients: half a minute and 75 megabytes
 * for 12,000 texts, the same result each time.
 */
final class LikenessTrainer {

    /** The larger, the less a single text can say. */
    private static final double REGULARITY = 0.5;

    /** One that calls counts as two everyday ones, for to miss it is worse than to call in vain. */
    private static final double REGULARITY_OF_CALLS = REGULARITY / 2;

    private static final int MOST_STEPS = 80;

    /** A cosine is kept in one byte, for there are many millions: these steps from the smallest that occurs to 1. */
    private static final int STEPS = 255;

    private static final float SMALLEST = -0.5f;

    private static final double[] NEARNESS = IntStream.rangeClosed(0, STEPS)
            .mapToDouble(step -> Likeness.nearness(SMALLEST + step * (1 - SMALLEST) / STEPS))
            .toArray();

    /** Share of what was wrong at first; less changes no alarm. */
    private static final double SETTLED = 1e-3;

    private final List<float[]> places;
    private final List<Vector> words;
    private final int features;
    private final byte[][] cosines;

    private LikenessTrainer(List<float[]> places, List<LexicalView.Seen> words, int features) {
        this.places = places;
        this.features = features;
        this.words = words.stream()
                .map(seen -> new Vector(seen.features(), seen.values()))
                .toList();
        // The half below the diagonal tells it all.
        this.cosines = new byte[places.size()][];
        IntStream.range(0, cosines.length).forEach(row -> cosines[row] = cosines(row));
    }

    /**
     * Learns from texts that lie at these places and have these words, of so many that there are; {@code labelOf} is 0 for
     * those that call.
     */
    static Likeness learn(List<float[]> places, List<LexicalView.Seen> words, int features, int[] labelOf) {
        return new LikenessTrainer(places, words, features).learn(labelOf);
    }

    private Likeness learn(int[] labelOf) {
        var wanted = new double[labelOf.length];
        for (int i = 0; i < labelOf.length; i++) {
            wanted[i] = labelOf[i] == 0 ? 1 : -1;
        }
        var says = solve(wanted, regularity(labelOf));
        var ofWords = ofWords(says);
        var saysOfWords = new float[features];
        for (int i = 0; i < features; i++) saysOfWords[i] = (float) ofWords[i];
        var kept = new float[says.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (float) says[i];
        }
        return new Likeness(places.stream().map(RoundedPlace::of).toArray(RoundedPlace[]::new), kept, saysOfWords);
    }

    private static double[] regularity(int[] labelOf) {
        return Arrays.stream(labelOf)
                .mapToDouble(label -> label == 0 ? REGULARITY_OF_CALLS : REGULARITY)
                .toArray();
    }

    private double[] solve(double[] wanted, double[] regularity) {
        var solution = new double[wanted.length];
        var rest = wanted.clone();
        var direction = wanted.clone();
        double before = product(rest, rest);
        double enough = before * SETTLED * SETTLED;
        for (int step = 0; step < MOST_STEPS && before > enough; step++) {
            var image = image(direction, regularity);
            double size = before / product(direction, image);
            add(size, direction, solution);
            add(-size, image, rest);
            double now = product(rest, rest);
            for (int i = 0; i < direction.length; i++) {
                direction[i] = rest[i] + now / before * direction[i];
            }
            before = now;
        }
        return solution;
    }

    /** What all texts say of each of them, if they say this. */
    private double[] image(double[] says, double[] regularity) {
        var ofWords = ofWords(says);
        var image = new double[says.length];
        for (int row = 0; row < image.length; row++) {
            var steps = cosines[row];
            double own = says[row];
            double sum = 0;
            for (int column = 0; column < row; column++) {
                double near = NEARNESS[steps[column] & 0xFF];
                sum += near * says[column];
                image[column] += near * own;
            }
            image[row] += sum + (1 + regularity[row]) * says[row] + product(words.get(row), ofWords);
        }
        return image;
    }

    private double[] ofWords(double[] says) {
        var ofWords = new double[features];
        for (int text = 0; text < says.length; text++) {
            var own = words.get(text);
            for (int i = 0; i < own.size(); i++) {
                ofWords[own.features()[i]] += own.values()[i] * says[text];
            }
        }
        return ofWords;
    }

    private byte[] cosines(int row) {
        var steps = new byte[row];
        for (int column = 0; column < row; column++) {
            float within = Math.max(Embedding.product(places.get(row), places.get(column)), SMALLEST);
            steps[column] = (byte) Math.round((within - SMALLEST) / (1 - SMALLEST) * STEPS);
        }
        return steps;
    }

    private static double product(Vector text, double[] ofWords) {
        double sum = 0;
        for (int i = 0; i < text.size(); i++) {
            sum += text.values()[i] * ofWords[text.features()[i]];
        }
        return sum;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static void add(double times, double[] what, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }
}
