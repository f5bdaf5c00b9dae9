package org.rightdoor.desk.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.answers.RulesTrial;
import org.rightdoor.routing.FaultyRules;
import org.rightdoor.routing.SmallDistrict;

class EditedFilesTest {

    @TempDir
    Path directory;

    @TempDir
    Path backups;

    @Test
    void A_zip_gives_the_files_of_the_rules_wherever_they_were_packed_and_nothing_else() throws Exception {
        var files = EditedFiles.zip(new ByteArrayInputStream(zip(
                "my-rules/routing-rules/rules.yml",
                "routing-rules/answers/office.yml",
                "README.md",
                "../../etc/passwd.yml",
                "training/office.en.tsv",
                "__MACOSX/._rules.yml")));
        assertThat(files.byPath()).containsOnlyKeys("rules.yml", "answers/office.yml", "training/office.en.tsv");
        assertThatThrownBy(() -> EditedFiles.zip(new ByteArrayInputStream(zip("README.md"))))
                .isInstanceOf(EditedFiles.Unfit.class);
        assertThatThrownBy(() -> EditedFiles.one("../rules.yml", new byte[0])).hasMessageContaining("is no file of");
        assertThatThrownBy(() -> EditedFiles.zip(new ByteArrayInputStream("no zip".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(EditedFiles.Unfit.class);
    }

    @Test
    void Files_are_tried_beside_the_directory_and_taken_over_with_what_they_replace_kept() throws Exception {
        SmallDistrict.in(directory);
        var before = Files.readString(directory.resolve("rules.yml"));
        var edited = EditedFiles.one("rules.yml", (before + "\n# looked at again\n").getBytes(StandardCharsets.UTF_8));
        var copy = edited.over(directory);
        assertThat(RulesTrial.of(copy)).isNotNull();
        assertThat(Files.readString(directory.resolve("rules.yml"))).isEqualTo(before);
        var kept = edited.putInto(directory, backups);
        assertThat(Files.readString(directory.resolve("rules.yml"))).endsWith("# looked at again\n");
        assertThat(Files.readString(kept.resolve("rules.yml"))).isEqualTo(before);
        assertThat(edited.changing(directory).byPath()).as("now it is the same").isEmpty();
        assertThat(EditedFiles.unpacked(edited.zipped()).byPath()).containsOnlyKeys("rules.yml");
        var faulty = EditedFiles.one("rules.yml", "- id: x\n  wehn: {}\n".getBytes(StandardCharsets.UTF_8))
                .over(directory);
        assertThatThrownBy(() -> RulesTrial.of(faulty))
                .isInstanceOf(FaultyRules.class)
                .hasMessageContaining("rules.yml:");
    }

    private static byte[] zip(String... names) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("x".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
