package org.rightdoor.understand;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The command line of {@code evaluate}; a path is null where it was not given. */
record EvaluateOptions(
        Path train,
        Path test,
        Path outOfScope,
        Path validate,
        Path validateOutOfScope,
        int mistakes,
        Path answers,
        boolean routing,
        boolean wordsOnly,
        boolean json) {

    static final String USAGE =
            """
            usage: evaluate --train A.tsv --test B.tsv [--out-of-scope C.tsv]
                            [--validate V.tsv] [--validate-out-of-scope W.tsv]
                            [--words] [--mistakes N] [--json]
                   evaluate --routing --test B.tsv [--out-of-scope C.tsv] [--words] [--mistakes N] [--json]
                   evaluate --answers F.tsv --test T.tsv [--words] [--json]
                   evaluate --safety F.tsv [--json]
            --train                  texts to learn from, lines of label<TAB>text
            --test                   texts to be tried on; with --routing their label is a department
            --out-of-scope           texts about something else, which should be turned away
            --validate               texts to choose the threshold for that on; cross-validation without
            --validate-out-of-scope  texts about something else for the same
            --routing                learn from the rules' training texts, and judge the department
            --words                  read by words alone, as where the sentence encoder cannot run
            --mistakes               how many of the surest mistakes to list, 10 when not given
            --answers                learn from phrasings of answers in one language, lines of id<TAB>phrasing; in
                                     the test a question that has no answer has - for its id. precisionAt95 (98):
                                     share of right ones among all answers given when 95 (98) % are to be right, also
                                     those to questions that have none; coverageAt95 (98): share of the questions with
                                     an answer that got one, right or wrong; outOfScopeAnsweredAt98: share of the
                                     questions without an answer that got one
            --safety                 how many of these texts call a person, lines of category<TAB>text, none for those
                                     that must not
            --json                   one JSON object instead of a table""";

    /** The command line cannot be understood; the message says why. */
    static final class Misused extends Exception {
        Misused(String message) {
            super(message);
        }
    }

    private static final Set<String> PATHS =
            Set.of("--train", "--test", "--out-of-scope", "--validate", "--validate-out-of-scope", "--answers");
    private static final String USUAL_MISTAKES = "10";
    private static final Set<String> SWITCHES = Set.of("--routing", "--words", "--json");

    static EvaluateOptions parse(String[] args) throws Misused {
        var paths = new HashMap<String, Path>();
        var switches = new HashSet<String>();
        var mistakes = USUAL_MISTAKES;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--mistakes")) {
                mistakes = i + 1 == args.length ? "" : args[++i];
            } else if (SWITCHES.contains(args[i])) {
                switches.add(args[i]);
            } else if (!PATHS.contains(args[i])) {
                throw new Misused("unknown option " + args[i]);
            } else if (i + 1 == args.length || args[i + 1].startsWith("--")) {
                throw new Misused(args[i] + " needs a file");
            } else {
                paths.put(args[i], Path.of(args[++i]));
            }
        }
        return checked(paths, number(mistakes), switches);
    }

    private static int number(String mistakes) throws Misused {
        if (!mistakes.matches("\\d{1,6}")) {
            throw new Misused("--mistakes needs a number");
        }
        return Integer.parseInt(mistakes);
    }

    private static EvaluateOptions checked(Map<String, Path> paths, int mistakes, Set<String> switches) throws Misused {
        boolean routing = switches.contains("--routing");
        if (!paths.containsKey("--test")) {
            throw new Misused("--test is missing");
        }
        boolean answers = paths.containsKey("--answers");
        if (Stream.of(routing, paths.containsKey("--train"), answers)
                        .filter(given -> given)
                        .count()
                != 1) {
            throw new Misused("one of --train, --routing and --answers must be given");
        }
        if (answers && paths.size() > 2) {
            throw new Misused("--answers takes no other file than --test");
        }
        if (paths.containsKey("--validate-out-of-scope") && !paths.containsKey("--validate")) {
            throw new Misused("--validate-out-of-scope needs --validate");
        }
        return new EvaluateOptions(
                paths.get("--train"),
                paths.get("--test"),
                paths.get("--out-of-scope"),
                paths.get("--validate"),
                paths.get("--validate-out-of-scope"),
                mistakes,
                paths.get("--answers"),
                routing,
                switches.contains("--words"),
                switches.contains("--json"));
    }
}
