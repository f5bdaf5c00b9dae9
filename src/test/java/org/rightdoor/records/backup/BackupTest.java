package org.rightdoor.records.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.records.Family;
import org.rightdoor.records.OwnDatabase;

/** A backup is worth what its restoring gives. */
class BackupTest {

    private static final BackupKey KEY = new BackupKey("correct horse battery staple");

    private final DataSource database = OwnDatabase.withTables();

    @TempDir
    Path folder;

    BackupTest() {
        Family.writes(database, 1, "Ana Reyes", "oak");
        Family.writes(database, 2, "Tuấn \\ Ngô\tđ", "oak");
        OwnDatabase.run(
                database,
                "select erase_words_of_audit_trail(1, 'messages', 'asked for', 'Robin Lee', 7)",
                "update inquiry set merged_into = 1 where number = 2",
                // More than one chunk, and nothing that can be made smaller.
                "update attachment set content = (select string_agg(sha256(n::text::bytea), '') from generate_series(1, 9000) n)");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void Restored_into_an_empty_database_every_row_and_file_is_there_again(boolean encrypted) throws Exception {
        var file = folder.resolve("a.backup");
        var made = Backup.write(database, file, encrypted ? KEY : null);
        var restored = OwnDatabase.empty();
        assertThat(Restore.read(restored, file, encrypted ? KEY : null, OwnDatabase::migrations))
                .isEqualTo(made);
        assertThat(rows(restored)).isEqualTo(rows(database));
        assertThat(made.rows()).isGreaterThan(20);
        // Numbers go on where they were, and the triggers are awake again.
        assertThat(Long.parseLong(OwnDatabase.value(restored, "select max(id) from event")))
                .isLessThan(Long.parseLong(OwnDatabase.value(
                        restored,
                        "insert into event (inquiry_number, at, kind, actor) values (1, now(), 'NOTED', 'Next')"
                                + " returning id")));
        assertThatThrownBy(() -> OwnDatabase.run(restored, "delete from event"))
                .rootCause()
                .hasMessageContaining("added to");
        assertThatThrownBy(() -> OwnDatabase.run(restored, "delete from person where id = 1"))
                .rootCause()
                .hasMessageContaining("foreign key");
    }

    @Test
    void Without_its_key_nothing_of_it_can_be_read() throws Exception {
        var file = folder.resolve("sealed.backup");
        Backup.write(database, file, KEY);
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("inquiry", "PK\u0003\u0004");
        var empty = OwnDatabase.empty();
        assertThatThrownBy(() -> Restore.read(empty, file, null, OwnDatabase::migrations))
                .isInstanceOf(Damaged.class)
                .hasMessageContaining("RIGHTDOOR_BACKUP_KEY");
        assertThatThrownBy(() -> Restore.read(
                        empty, file, new BackupKey("another horse battery staple"), OwnDatabase::migrations))
                .isInstanceOf(Damaged.class);
        assertThat(tables(empty)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void One_changed_byte_anywhere_is_found_before_anything_is_touched(boolean encrypted) throws Exception {
        var file = folder.resolve("b.backup");
        var key = encrypted ? KEY : null;
        Backup.write(database, file, key);
        var whole = Files.readAllBytes(file);
        var empty = OwnDatabase.empty();
        var places = IntStream.concat(
                IntStream.of(0, 1, Seal.MAGIC.length, Seal.HEADER - 1, whole.length - 1, whole.length - 33),
                IntStream.range(1, 5).map(i -> (int) ((long) whole.length * i / 5)));
        for (var place : places.toArray()) {
            var changed = whole.clone();
            changed[place] ^= 1;
            Files.write(file, changed);
            assertThatThrownBy(() -> Restore.read(empty, file, key, OwnDatabase::migrations))
                    .as("byte " + place + " of " + whole.length)
                    .isInstanceOf(Damaged.class);
        }
        for (var length : new int[] {0, 60, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Restore.read(empty, file, key, OwnDatabase::migrations))
                    .as("cut to " + length)
                    .isInstanceOf(Damaged.class);
        }
        assertThat(tables(empty)).isEqualTo("0");
        Files.write(file, whole);
        Restore.read(empty, file, key, OwnDatabase::migrations);
        assertThat(rows(empty)).isEqualTo(rows(database));
    }

    @Test
    void A_database_with_tables_is_never_written_over() throws Exception {
        var file = folder.resolve("c.backup");
        Backup.write(database, file, null);
        assertThatThrownBy(() -> Restore.read(database, file, null, OwnDatabase::migrations))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("empty");
        assertThat(OwnDatabase.value(database, "select count(*) from inquiry")).isEqualTo("2");
    }

    @Test
    void A_backup_of_an_older_version_is_brought_up_to_date() throws Exception {
        var older = OwnDatabase.empty();
        OwnDatabase.migrations(older).target("066").load().migrate();
        Family.writes(older, 3, "Cam Diaz", "oak");
        var file = folder.resolve("d.backup");
        Backup.write(older, file, KEY);
        var restored = OwnDatabase.empty();
        Restore.read(restored, file, KEY, OwnDatabase::migrations);
        assertThat(OwnDatabase.value(restored, "select name from person")).isEqualTo("Cam Diaz");
        assertThat(OwnDatabase.value(restored, "select count(*) from flyway_schema_history"))
                .isEqualTo(OwnDatabase.value(database, "select count(*) from flyway_schema_history"));
    }

    @Test
    void It_shows_one_moment_while_others_go_on_writing() throws Exception {
        var file = folder.resolve("e.backup");
        var writing = new Thread(() -> {
            for (int n = 100; n < 160; n++) Family.writes(database, n, "Writer " + n, "oak");
        });
        writing.start();
        var made = Backup.write(database, file, null);
        writing.join();
        var restored = OwnDatabase.empty();
        assertThat(Restore.read(restored, file, null, OwnDatabase::migrations)).isEqualTo(made);
        assertThat(OwnDatabase.value(
                        restored,
                        "select count(*) from contact c left join inquiry i"
                                + " on i.number = c.inquiry_number where i.number is null"))
                .isEqualTo("0");
    }

    @Test
    void A_short_key_is_refused() {
        assertThatThrownBy(() -> new BackupKey("too short")).hasMessageContaining("16 characters");
    }

    private static String tables(DataSource database) {
        return OwnDatabase.value(database, "select count(*) from pg_tables where schemaname = 'public'");
    }

    /** Every row of every table, as one digest a table. */
    private static Map<String, String> rows(DataSource database) throws IOException {
        var digests = new LinkedHashMap<String, String>();
        var names = OwnDatabase.value(
                database,
                "select string_agg(tablename, ',' order by tablename) from pg_tables where schemaname = 'public'"
                        + " and tablename <> 'flyway_schema_history'");
        for (var name : names.split(",")) {
            digests.put(
                    name,
                    OwnDatabase.value(
                            database,
                            "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                                    + name + " t"));
        }
        return digests;
    }
}
