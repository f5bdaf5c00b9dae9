import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rightdoor.routing.Facts;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.understand.Classifier;
import org.rightdoor.understand.TrainingText;

/**
 * What cannot be measured from outside: the memory the classifier takes, learning again, the
 * language of short texts, and second matters that are none.
 */
class Brain {

    private static final int SHORT = 15;
    private static final int REST_MILLIS = 2_000;

    public static void main(String[] arguments) throws Exception {
        var rules = RoutingRules.load(Path.of(arguments[1]));
        var texts = rules.trainingTexts();
        switch (arguments[0]) {
            case "rules" -> printMemory(texts);
            case "memory" -> printMemory(learnt(texts, Path.of(arguments[2])));
            case "again" -> learnAgain(texts, Path.of(arguments[2]));
            case "language" -> tellLanguages(learnt(texts, Path.of(arguments[2])), Path.of(arguments[3]));
            case "matters" -> hearSecondMatters(rules, learnt(texts, Path.of(arguments[2])), Path.of(arguments[3]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static Classifier learnt(List<TrainingText> texts, Path cache) {
        return Classifier.whole(texts, cache);
    }

    /** The resident set in megabytes while all this is held. */
    private static void printMemory(Object held) throws IOException, InterruptedException {
        if (held instanceof Classifier classifier) {
            classifier.read("When does the bus come?");
        }
        System.gc();
        Thread.sleep(REST_MILLIS);
        System.gc();
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            var kilobytes = lines.filter(line -> line.startsWith("VmRSS"))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll("\\D", "");
            print(Long.parseLong(kilobytes) / 1024.0);
        }
        if (held == null) throw new IllegalStateException();
    }

    /** Seconds to learn everything again when one text of those already embedded is left out. */
    private static void learnAgain(List<TrainingText> texts, Path cache) {
        learnt(texts, cache);
        var others = new ArrayList<>(texts);
        others.remove(others.size() - 1);
        long started = System.nanoTime();
        learnt(others, cache);
        print((System.nanoTime() - started) / 1e9);
    }

    /** The share of the short texts in a file of {@code language<TAB>text} whose language is told rightly. */
    private static void tellLanguages(Classifier classifier, Path file) throws IOException {
        int right = 0;
        int all = 0;
        for (var line : Files.readAllLines(file)) {
            var text = line.substring(line.indexOf('\t') + 1);
            if (line.indexOf('\t') > 0 && text.length() <= SHORT) {
                all++;
                right += line.startsWith(classifier.read(text).language() + "\t") ? 1 : 0;
            }
        }
        print((double) right / all);
    }

    /** The share of the questions in a file of {@code department<TAB>question} that are said to hold two matters. */
    private static void hearSecondMatters(RoutingRules rules, Classifier classifier, Path file) throws IOException {
        int heard = 0;
        int all = 0;
        for (var line : Files.readAllLines(file)) {
            if (line.indexOf('\t') <= 0) continue;
            var text = line.substring(line.indexOf('\t') + 1);
            var reading = classifier.read(text);
            var route = rules.route(new Facts(text, reading, null, null, null));
            all++;
            heard += rules.secondMatter(route, reading, classifier.passages(text)).isPresent() ? 1 : 0;
        }
        print((double) heard / all);
    }

    private static void print(double figure) {
        System.out.printf(Locale.ROOT, "%.4f%n", figure);
    }
}
