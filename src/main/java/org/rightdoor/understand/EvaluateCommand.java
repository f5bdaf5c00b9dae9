package org.rightdoor.understand;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code bin/rightdoor evaluate}: measures the classifier on a district's own texts before it goes live. */
public final class EvaluateCommand {

    private static final int DONE = 0;
    private static final int UNUSABLE_FILE = 1;
    private static final int MISUSED = 2;

    private EvaluateCommand() {}

    /**
     * Prints the measures to {@code out}, or to {@code err} what is wrong with the command line or a file.
     *
     * @param routing the rules as shipped; asked for with {@code --routing} only, and may throw when they are faulty
     * @param answers asked for with {@code --answers} only
     * @return exit code: 0 done, 1 a file cannot be used, 2 the command line cannot be understood
     */
    public static int run(
            String[] args, PrintStream out, PrintStream err, Supplier<RoutingSource> routing, AnswerMeasure answers) {
        if (List.of(args).contains("--help")) {
            out.println(EvaluateOptions.USAGE);
            return DONE;
        }
        try {
            var options = EvaluateOptions.parse(args);
            if (options.answers() != null) {
                var learn = LabelledText.read(options.answers());
                var test = LabelledText.read(options.test());
                new Figures(answers.of(learn, test, options.wordsOnly()), test.size()).print(options.json(), out);
                return DONE;
            }
            var report = new EvaluationReport(evaluate(options, routing), options.mistakes());
            if (options.json()) {
                report.printJson(out);
            } else {
                report.printTable(out);
            }
            return DONE;
        } catch (EvaluateOptions.Misused e) {
            err.println(e.getMessage());
            err.println(EvaluateOptions.USAGE);
            return MISUSED;
        } catch (LabelledText.Unusable e) {
            err.println(e.getMessage());
            return UNUSABLE_FILE;
        }
    }

    private static Evaluation evaluate(EvaluateOptions options, Supplier<RoutingSource> routing)
            throws LabelledText.Unusable {
        var test = LabelledText.read(options.test());
        var outOfScope = readIfGiven(options.outOfScope());
        var validation = readIfGiven(options.validate());
        var validationOutOfScope = readIfGiven(options.validateOutOfScope());
        var encoder = options.wordsOnly() ? null : Encoder.shared();
        if (options.routing()) {
            var rules = routing.get();
            return Evaluation.of(
                    rules.trainingTexts(),
                    encoder,
                    rules::department,
                    test,
                    outOfScope,
                    validation,
                    validationOutOfScope);
        }
        return Evaluation.of(
                trainingTexts(options.train()),
                encoder,
                Function.identity(),
                test,
                outOfScope,
                validation,
                validationOutOfScope);
    }

    private static List<TrainingText> trainingTexts(Path file) throws LabelledText.Unusable {
        return LabelledText.read(file).stream()
                .map(line -> new TrainingText(line.label(), Reading.UNKNOWN_LANGUAGE, line.text()))
                .toList();
    }

    private static List<LabelledText> readIfGiven(Path file) throws LabelledText.Unusable {
        return file == null ? null : LabelledText.read(file);
    }
}
