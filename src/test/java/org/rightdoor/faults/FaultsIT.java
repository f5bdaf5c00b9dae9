package org.rightdoor.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.faults.Fault.Damage;

/**
 * Things break while families write to the packaged application. The essential ones here; {@code bench/faults/run.sh} has them
 * all, longer ({@code FAULTS=all}, or a word of the names of those that are wanted).
 */
class FaultsIT {

    private static final String WHICH = System.getenv("FAULTS");
    private static final boolean ALL = WHICH != null;

    /** A reply whose sender died is looked for after fifteen seconds. */
    private static final Duration CLEARED_WITHIN = Duration.ofSeconds(60);

    private static final int WRITERS = 6;

    private static final String SIZE = "select pg_database_size(current_database())";
    private static final String CASES = "select count(*) from inquiry";

    @TempDir
    Path directory;

    @Test
    void Whatever_breaks_nothing_acknowledged_is_lost_nothing_is_sent_twice_and_nothing_stays_behind()
            throws Exception {
        var rows = new ArrayList<Damage>();
        try (var disk = SmallDisk.at(directory.resolve("disk"), ALL);
                var stage = new Stage(directory.resolve("home"), disk.path().resolve("postgres"))) {
            var empty = stage.database.count(SIZE);
            for (var fault : wanted()) {
                rows.add(suffer(fault, stage));
                System.out.println(rows.get(rows.size() - 1).row());
            }
            System.out.printf(
                    "the database grew by %.1f kB for each of %d cases%n",
                    (stage.database.count(SIZE) - empty) / 1024.0 / stage.database.count(CASES),
                    stage.database.count(CASES));
            await("whatever else is to be done").atMost(CLEARED_WITHIN).until(() -> stage.unfinished() == 0);
            if (ALL) Files.writeString(Path.of("target/faults-application.log"), stage.application.output());
        }
        System.out.println(Fault.HEADING);
        rows.forEach(row -> System.out.println(row.row()));

        var all = new SoftAssertions();
        for (var row : rows) {
            all.assertThat(row.acknowledged()).as(row.name()).isPositive();
            all.assertThat(row.lost()).as("lost: " + row.name()).isZero();
            all.assertThat(row.twice()).as("sent twice: " + row.name()).isZero();
            all.assertThat(row.stuck()).as("stuck: " + row.name()).isZero();
            all.assertThat(row.told()).as("told: " + row.name()).doesNotContain("500:");
            all.assertThat(row.servesAfter()).as("serves again: " + row.name()).isLessThan(30_000);
        }
        all.assertAll();
    }

    private static List<Fault> wanted() {
        if (!ALL) return Faults.essential();
        return Faults.all().stream()
                .filter(fault -> WHICH.equals("all") || fault.name().matches(".*(" + WHICH + ").*"))
                .toList();
    }

    private static Damage suffer(Fault fault, Stage stage) throws Exception {
        var twiceBefore = stage.twice();
        var leftBefore = stage.leftToStaff();
        var families = Families.writing(WRITERS, () -> stage.application.port);
        while (families.acknowledged.size() < 10) Thread.sleep(50);
        fault.blow().strike(stage);
        var servesAfter = families.untilServed();
        families.stop();
        stage.hurry();
        var stuck = stage.stuck(CLEARED_WITHIN);
        assertThat(families.acknowledged).isNotEmpty();
        var told = families.told.entrySet().stream()
                .map(line -> line.getKey() + " (" + line.getValue() + ")")
                .collect(Collectors.joining("; "));
        return new Damage(
                fault.name(),
                families.acknowledged.size(),
                stage.lost(families.acknowledged),
                stage.twice() - twiceBefore,
                stuck,
                stage.leftToStaff() - leftBefore,
                servesAfter,
                told.isEmpty() ? "nothing" : told);
    }
}
