package org.rightdoor.understand;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Kernel ridge regression over meaning and words together, solved by conjugate gradients: half a minute and 120 megabytes
 * for 11,000 texts, the same result each time.
 */
final class LikenessTrainer {

    /** The larger, the less a single text can say. */
    private static final double REGULARITY = 0.5;

    private static final int MOST_STEPS = 80;

    /** Nearness is kept in two bytes, for there are many millions. */
    private static final double UNIT = Character.MAX_VALUE;

    /** Share of what was wrong at first; less changes no alarm. */
    private static final double SETTLED = 1e-3;

    private final List<float[]> places;
    private final List<Vector> words;
    private final int features;
    private final char[][] nearness;

    private LikenessTrainer(List<float[]> places, List<LexicalView.Seen> words, int features) {
        this.places = places;
        this.features = features;
        this.words = words.stream()
                .map(seen -> new Vector(seen.features(), seen.values()))
                .toList();
        // The half below the diagonal tells it all.
        this.nearness = new char[places.size()][];
        IntStream.range(0, nearness.length).forEach(row -> nearness[row] = nearness(row));
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
        var says = solve(wanted);
        var ofWords = ofWords(says);
        var saysOfWords = new float[features];
        for (int i = 0; i < features; i++) saysOfWords[i] = (float) ofWords[i];
        var kept = new float[says.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (float) says[i];
        }
        return new Likeness(Likeness.turned(places.toArray(float[][]::new)), kept, saysOfWords);
    }

    private double[] solve(double[] wanted) {
        var solution = new double[wanted.length];
        var rest = wanted.clone();
        var direction = wanted.clone();
        double before = product(rest, rest);
        double enough = before * SETTLED * SETTLED;
        for (int step = 0; step < MOST_STEPS && before > enough; step++) {
            var image = image(direction);
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
    private double[] image(double[] says) {
        var ofWords = ofWords(says);
        var image = new double[says.length];
        for (int row = 0; row < image.length; row++) {
            var near = nearness[row];
            double own = says[row] / UNIT;
            double sum = 0;
            for (int column = 0; column < row; column++) {
                sum += near[column] * says[column];
                image[column] += near[column] * own;
            }
            image[row] += sum / UNIT + (1 + REGULARITY) * says[row] + product(words.get(row), ofWords);
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

    private char[] nearness(int row) {
        var near = new char[row + 1];
        for (int column = 0; column <= row; column++) {
            near[column] = (char) Math.round(UNIT * Likeness.nearness(cosine(places.get(row), places.get(column))));
        }
        return near;
    }

    private static float cosine(float[] one, float[] other) {
        // Four sums at once keep the processor busy: three times as fast.
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (int i = 0; i < one.length; i += 4) {
            first += one[i] * other[i];
            second += one[i + 1] * other[i + 1];
            third += one[i + 2] * other[i + 2];
            fourth += one[i + 3] * other[i + 3];
        }
        return first + second + (third + fourth);
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
