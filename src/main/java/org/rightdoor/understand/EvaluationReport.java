package org.rightdoor.understand;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Prints an evaluation for a person or for a program.
 *
 * @param mistakes how many of them a person is shown at most
 */
record EvaluationReport(Evaluation evaluation, int mistakes) {

    private static final int WORST = 10;
    private static final int EXCERPT = 90;

    /** One JSON object on one line; the names are part of the contract. */
    void printJson(PrintStream out) {
        figures().print(true, out);
    }

    void printTable(PrintStream out) {
        figures().print(false, out);
        if (!Double.isNaN(evaluation.threshold())) {
            out.printf(Locale.ROOT, "%-28s %10.4f%n", "threshold", evaluation.threshold());
        }
        if (!evaluation.unknownLabels().isEmpty()) {
            out.printf(
                    "%nLabels that training does not have, counted as wrong: %s%n",
                    String.join(", ", evaluation.unknownLabels()));
        }
        if (trials().stream().anyMatch(trial -> !trial.right())) {
            printConfusion(out);
            printMistakes(out);
        }
    }

    private Figures figures() {
        var inScope = evaluation.inScope();
        var others = evaluation.outOfScope();
        var figures = new LinkedHashMap<String, Double>();
        figures.put("accuracy", inScope.accuracy());
        figures.put("macroF1", inScope.macroF1());
        figures.put("top3", inScope.topThree());
        figures.put("ece", inScope.calibrationError());
        figures.put("coverageAt95", inScope.coverageAt(0.95));
        figures.put("coverageAt97", inScope.coverageAt(0.97));
        figures.put("coverageAt99", inScope.coverageAt(0.99));
        if (others != null) {
            figures.put("oosAuroc", inScope.auroc(others));
            figures.put("oosRecall", others.shareBelow(evaluation.threshold()));
            figures.put("inScopeAccuracyAtThreshold", inScope.accuracyAt(evaluation.threshold()));
        }
        figures.put("trainSeconds", evaluation.trainSeconds());
        figures.put("p50Millis", inScope.millis(0.50));
        figures.put("p99Millis", inScope.millis(0.99));
        return new Figures(figures, trials().size());
    }

    private void printConfusion(PrintStream out) {
        out.printf("%nWhere it goes wrong most: right label, texts right of all, taken for%n");
        Map<String, List<Trial>> byLabel =
                trials().stream().collect(Collectors.groupingBy(Trial::label, TreeMap::new, Collectors.toList()));
        byLabel.entrySet().stream()
                .sorted(Comparator.comparingLong(label -> -wrong(label.getValue())))
                .limit(WORST)
                .filter(label -> wrong(label.getValue()) > 0)
                .forEach(label -> out.printf(
                        "  %-28s %3d of %3d   %s%n",
                        label.getKey(),
                        label.getValue().size() - wrong(label.getValue()),
                        label.getValue().size(),
                        takenFor(label.getValue())));
    }

    private static String takenFor(List<Trial> trials) {
        Map<String, Long> counts = trials.stream()
                .filter(trial -> !trial.right())
                .collect(Collectors.groupingBy(Trial::best, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Comparator.comparingLong(other -> -other.getValue()))
                .limit(4)
                .map(other -> other.getKey() + " " + other.getValue())
                .collect(Collectors.joining(", "));
    }

    private void printMistakes(PrintStream out) {
        out.printf("%nThe mistakes it was surest of: confidence, right label, taken for, text%n");
        trials().stream()
                .filter(trial -> !trial.right())
                .sorted(Comparator.comparingDouble(Trial::confidence).reversed().thenComparing(Trial::text))
                .limit(mistakes)
                .forEach(trial -> out.printf(
                        Locale.ROOT,
                        "  %.2f  %-24s %-24s %s%n",
                        trial.confidence(),
                        trial.label(),
                        trial.best(),
                        trial.text().substring(0, Math.min(EXCERPT, trial.text().length()))));
    }

    private List<Trial> trials() {
        return evaluation.inScope().trials();
    }

    private static long wrong(List<Trial> trials) {
        return trials.stream().filter(trial -> !trial.right()).count();
    }
}
