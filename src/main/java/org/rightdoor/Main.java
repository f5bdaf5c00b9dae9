package org.rightdoor;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.rightdoor.answers.AnswerTrials;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.answers.ReadAhead;
import org.rightdoor.answers.RulesCheck;
import org.rightdoor.answers.SafetyTrial;
import org.rightdoor.channel.sms.DemoPhone;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.understand.EvaluateCommand;

/** The commands of {@code bin/rightdoor}. */
@QuarkusMain
public class Main {

    private static final String USAGE =
            """
            bin/rightdoor                     serve
            bin/rightdoor demo                serve the sample district, with nothing configured
            bin/rightdoor rules check [DIR]   check the routing rules
            bin/rightdoor rules learn [DIR]   learn to read before the first start, which otherwise learns while it serves
            bin/rightdoor evaluate ...        measure the classifier ('evaluate --help' lists the options)
            bin/rightdoor backup FILE         write the whole database to a file, also while the application runs
            bin/rightdoor restore FILE        fill an empty database from it
            bin/rightdoor audit verify [HEAD | --anchor FILE]
                                              check that the audit trail is as it was written
            """;

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    public static void main(String... arguments) {
        var command = String.join(" ", Arrays.copyOf(arguments, Math.min(2, arguments.length)));
        if (command.isEmpty()) {
            serve(Map.of());
        } else if (command.equals("demo")) {
            serve(demoSettings());
        } else if (command.equals("rehearse")) {
            serve(Rehearsal.settings());
        } else if (command.equals("rules check")) {
            System.exit(RulesCheck.run(arguments.length > 2 ? Path.of(arguments[2]) : rules(), System.out));
        } else if (command.equals("rules learn")) {
            System.exit(learn(arguments.length > 2 ? Path.of(arguments[2]) : rules()));
        } else if (arguments[0].equals("evaluate")) {
            var options = Arrays.copyOfRange(arguments, 1, arguments.length);
            if (List.of(options).contains("--safety")) {
                var model = Path.of(setting("RIGHTDOOR_DATA", "data")).resolve("model");
                System.exit(
                        SafetyTrial.run(List.of(options), Knowledge.learned(rules(), model), System.out, System.err));
            }
            System.exit(EvaluateCommand.run(
                    options, System.out, System.err, () -> RoutingRules.load(rules()), new AnswerTrials()));
        } else if (arguments.length == 2 && arguments[0].equals("backup")) {
            System.exit(new RecordsCommand(System.out, System.err).backup(arguments[1]));
        } else if (arguments.length == 2 && arguments[0].equals("restore")) {
            System.exit(new RecordsCommand(System.out, System.err).restore(arguments[1]));
        } else if (command.equals("audit verify")) {
            System.exit(new RecordsCommand(System.out, System.err)
                    .verify(List.of(arguments).subList(2, arguments.length)));
        } else {
            System.err.print(USAGE);
            System.exit(command.equals("help") || command.equals("--help") ? 0 : WRONG_USAGE);
        }
    }

    private static int learn(Path rules) {
        if (RulesCheck.run(rules, System.out) != 0) {
            return FAILED;
        }
        Knowledge.learned(rules, Path.of(setting("RIGHTDOOR_DATA", "data")).resolve("model"));
        return 0;
    }

    private static void serve(Map<String, String> settings) {
        settings.forEach(System::setProperty);
        try {
            failIfTaken(Integer.parseInt(setting("QUARKUS_HTTP_PORT", "8080")));
            var data = Path.of(setting("RIGHTDOOR_DATA", "data"));
            // Logging is set up by one thread: two that come upon it at once wait for each other for ever.
            Logger.getLogger(Main.class.getName());
            ReadAhead.begin(rules(), data, System.out);
            var sessionKey = setting("RIGHTDOOR_SESSION_KEY", "");
            System.setProperty(
                    "quarkus.http.auth.session.encryption-key",
                    sessionKey.isEmpty() ? SessionKey.in(data) : sessionKey);
            var url = setting("RIGHTDOOR_DATABASE_URL", "");
            if (url.isEmpty()) {
                serveFromOwnDatabase(data);
            } else {
                DatabaseAddress.parse(url).settings().forEach(System::setProperty);
                var direct = setting("RIGHTDOOR_DATABASE_DIRECT_URL", "");
                if (!direct.isEmpty())
                    DatabaseAddress.settingsPastPooler(direct).forEach(System::setProperty);
                // Migrations hold a lock of the session.
                var owner = setting("RIGHTDOOR_DATABASE_OWNER_URL", direct);
                if (!owner.isEmpty())
                    DatabaseAddress.parse(owner).settingsOfOwner().forEach(System::setProperty);
                Quarkus.run();
            }
        } catch (IllegalArgumentException | IOException failure) {
            System.err.println("RightDoor cannot start: " + failure.getMessage());
            System.exit(FAILED);
        }
    }

    private static Map<String, String> demoSettings() {
        var settings = new HashMap<String, String>();
        if (setting("TWILIO_ACCOUNT_SID", "").isEmpty()) {
            settings.putAll(DemoPhone.settings(Integer.parseInt(setting("QUARKUS_HTTP_PORT", "8080"))));
        }
        settings.put("rightdoor.demo", "true");
        settings.put("rightdoor.second-factor", "optional");
        return settings;
    }

    // The database stops after Quarkus has, also when the whole process is being told to stop.
    private static void serveFromOwnDatabase(Path data) throws IOException {
        var database = EmbeddedDatabase.in(data);
        var closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(closed), "database-stops-last"));
        database.settings().forEach(System::setProperty);
        Quarkus.run(null, (exitCode, failure) -> {
            database.close();
            closed.countDown();
            System.exit(exitCode);
        });
    }

    private static void await(CountDownLatch closed) {
        try {
            if (!closed.await(30, TimeUnit.SECONDS)) System.err.println("The embedded database did not stop in time.");
        } catch (InterruptedException halting) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path rules() {
        return Path.of(setting("RIGHTDOOR_RULES", "routing-rules"));
    }

    private static void failIfTaken(int port) throws IOException {
        if (port == 0) return;
        try (var probe = new ServerSocket(port)) {
            // free
        } catch (IOException taken) {
            throw new IOException("port " + port + " is in use by another program. Stop that program, or choose another"
                    + " port with QUARKUS_HTTP_PORT.");
        }
    }

    /** From the environment, or the system property of that name in Quarkus' spelling. */
    static String setting(String name, String otherwise) {
        var property = System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.'));
        if (property != null) return property;
        var value = SecretFiles.read(System.getenv()).getOrDefault(name, System.getenv(name));
        return value == null || value.isBlank() ? otherwise : value;
    }
}
