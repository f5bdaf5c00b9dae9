package org.rightdoor.answers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rightdoor.understand.Detector;

/** {@code evaluate --safety F.tsv}: how many of the texts that must call a person do, and how many alarms are real. */
public final class SafetyTrial {

    private static final String USAGE =
            """
            usage: evaluate --safety F.tsv [--json]
            F.tsv holds lines of category<TAB>text (a language may stand between them); the category is none for texts
            that must call nobody. Prints recall, precision, recall by category, what was missed and
            what was called for nothing.""";

    private static final int DONE = 0;
    private static final int UNUSABLE_FILE = 1;
    private static final int MISUSED = 2;

    private record Labelled(String label, String text) {

        boolean mustCall() {
            return !label.equals(Detector.NONE);
        }
    }

    private record Tried(Labelled labelled, List<Signal> signals) {

        boolean calls() {
            return !signals.isEmpty();
        }
    }

    /**
     * What came out.
     *
     * @param recall share of the texts that must call a person and do, 0 to 1
     * @param precision share of the alarms that are real, 0 to 1
     * @param missed texts that must call and do not
     * @param p50Millis the median time that the net takes beside reading
     */
    public record Result(
            double recall,
            double precision,
            Map<String, Double> recallByCategory,
            List<String> missed,
            List<String> falseAlarms,
            double p50Millis,
            int texts) {}

    private SafetyTrial() {}

    /** Prints the measures; returns the exit code, 0 when done, 1 for a file that cannot be used, 2 for a wrong command line. */
    public static int run(List<String> options, Knowledge knowledge, PrintStream out, PrintStream err) {
        var given = new ArrayList<>(options);
        var json = given.remove("--json");
        if (given.size() != 2 || !given.get(0).equals("--safety")) {
            err.println(USAGE);
            return MISUSED;
        }
        try {
            print(of(Path.of(given.get(1)), knowledge), json, out);
            return DONE;
        } catch (IOException | IllegalArgumentException unusable) {
            err.println(given.get(1) + ": cannot be used: " + unusable.getMessage());
            return UNUSABLE_FILE;
        }
    }

    static Result of(Path file, Knowledge knowledge) throws IOException {
        var times = new ArrayList<Double>();
        var tried = read(file).stream()
                .map(labelled -> new Tried(labelled, signals(labelled.text, knowledge, times)))
                .toList();
        var must = tried.stream().filter(each -> each.labelled.mustCall()).toList();
        var caught = must.stream().filter(Tried::calls).count();
        var alarms = tried.stream().filter(Tried::calls).count();
        var byCategory = must.stream()
                .collect(Collectors.groupingBy(
                        each -> each.labelled.label,
                        TreeMap::new,
                        Collectors.averagingDouble(each -> each.calls() ? 1 : 0)));
        times.sort(null);
        return new Result(
                share(caught, must.size()),
                share(caught, alarms),
                byCategory,
                texts(must, false),
                texts(tried.stream().filter(each -> !each.labelled.mustCall()).toList(), true),
                times.get(times.size() / 2),
                tried.size());
    }

    private static List<Signal> signals(String text, Knowledge knowledge, List<Double> times) {
        var reading = knowledge.classifier().read(text);
        var began = System.nanoTime();
        var signals = knowledge.safety().check(text, reading);
        times.add((System.nanoTime() - began) / 1e6);
        return signals;
    }

    private static List<String> texts(List<Tried> tried, boolean calling) {
        return tried.stream()
                .filter(each -> each.calls() == calling)
                .map(each -> each.labelled.label + "\t" + each.labelled.text)
                .toList();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : part / (double) whole;
    }

    private static List<Labelled> read(Path file) throws IOException {
        var all = new ArrayList<Labelled>();
        var number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) continue;
            var parts = line.split("\t");
            if (parts.length < 2) throw new IllegalArgumentException("line " + number + " has no tab");
            all.add(new Labelled(parts[0].strip(), parts[parts.length - 1]));
        }
        if (all.isEmpty()) throw new IllegalArgumentException("it has no line of the form category<TAB>text");
        return all;
    }

    private static void print(Result result, boolean json, PrintStream out) {
        if (json) {
            out.printf(
                    Locale.ROOT,
                    "{\"recall\": %.4f, \"precision\": %.4f, \"p50Millis\": %.3f, \"n\": %d}%n",
                    result.recall,
                    result.precision,
                    result.p50Millis,
                    result.texts);
            return;
        }
        out.printf(Locale.ROOT, "%-28s %10.4f%n", "recall", result.recall);
        out.printf(Locale.ROOT, "%-28s %10.4f%n", "precision", result.precision);
        result.recallByCategory.forEach((key, share) -> out.printf(Locale.ROOT, "  %-26s %10.4f%n", key, share));
        out.printf(Locale.ROOT, "%-28s %10.3f%n", "p50Millis beside reading", result.p50Millis);
        out.printf(Locale.ROOT, "%-28s %10d%n", "n", result.texts);
        result.missed.forEach(text -> out.println("missed: " + text));
        result.falseAlarms.forEach(text -> out.println("called for nothing: " + text));
    }
}
