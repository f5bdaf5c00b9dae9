package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.records.Family;
import org.rightdoor.records.OwnDatabase;

/** The drill of docs/records.md: a backup of what runs, restored beside it, and looked through. */
class RecordsCommandTest {

    private static final List<String> SETTINGS = List.of("rightdoor.data", "rightdoor.backup.key");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream printed = new PrintStream(said);
    private final RecordsCommand command = new RecordsCommand(printed, printed);

    @TempDir
    Path folder;

    @BeforeEach
    void useTheKey() {
        System.setProperty("rightdoor.backup.key", "correct horse battery staple");
    }

    @AfterEach
    void forgetTheSettings() {
        SETTINGS.forEach(System::clearProperty);
    }

    @Test
    void What_runs_is_backed_up_and_restored_beside_it_once() throws IOException {
        var file = folder.resolve("a.backup").toString();
        workIn("running");
        try (var running = EmbeddedDatabase.in(folder.resolve("running"))) {
            var database = running.address().source();
            RecordsCommand.migrations(database).load().migrate();
            Family.writes(database, 1, "Ana Reyes", "oak");
            assertThat(command.backup(file)).as(said.toString()).isZero();
            assertThat(said.toString()).contains("a.backup:", "encrypted", "audit-anchor 2");
        }
        workIn("drill");
        System.setProperty("rightdoor.backup.key", "another horse battery staple");
        assertThat(command.restore(file)).isOne();
        useTheKey();
        assertThat(command.restore(file)).as(said.toString()).isZero();
        assertThat(command.restore(file)).isOne();
        assertThat(said.toString()).contains("The key is another one", "Restore into an empty one");
        assertThat(command.verify(List.of())).isZero();
        try (var restored = EmbeddedDatabase.in(folder.resolve("drill"))) {
            assertThat(OwnDatabase.value(restored.address().source(), "select subject from inquiry"))
                    .isEqualTo("Bus 12 was late for Ana Reyes");
        }
    }

    @Test
    void Where_there_is_no_database_it_says_so_and_makes_none() {
        workIn("nothing");
        assertThat(command.backup(folder.resolve("b.backup").toString())).isOne();
        assertThat(said.toString()).contains("holds no database");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    private void workIn(String data) {
        System.setProperty("rightdoor.data", folder.resolve(data).toString());
    }
}
