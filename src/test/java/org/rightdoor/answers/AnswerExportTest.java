package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.routing.LocalText;
import org.rightdoor.routing.SmallDistrict;

class AnswerExportTest {

    @TempDir
    Path directory;

    @Test
    void Exported_files_say_what_the_desk_published_and_leave_the_rest_letter_for_letter() throws Exception {
        SmallDistrict.in(directory);
        var before = RulesDirectory.read(directory);
        var first = before.answers().get(0);
        var changed = new Answer(
                first.id(),
                first.topic(),
                first.questions(),
                new LocalText(Map.of("en", "From the desk.")),
                first.expires());
        var added = new Answer(
                "brand-new",
                first.topic(),
                Map.of("en", List.of("Something nobody asked before?")),
                new LocalText(Map.of("en", "New at the desk.")),
                LocalDate.of(2027, 7, 31));
        var published = List.of(
                WrittenAnswer.of(changed.id(), AnswerYaml.of(changed), AnswerYamlTest.by(1)),
                WrittenAnswer.of(added.id(), AnswerYaml.of(added), AnswerYamlTest.by(1)));
        var files = AnswerExport.files(directory, published, before.rules());
        assertThat(files).hasSize(1);
        for (var file : files.entrySet()) Files.writeString(directory.resolve(file.getKey()), file.getValue());
        var after = RulesDirectory.read(directory);
        assertThat(after.answers()).hasSize(before.answers().size() + 1);
        assertThat(after.answers().stream()
                        .filter(a -> a.id().equals(first.id()))
                        .findFirst()
                        .orElseThrow()
                        .text()
                        .in("en"))
                .isEqualTo("From the desk.");
        assertThat(AnswerExport.files(directory, published, after.rules()))
                .as("the files say it all")
                .isEmpty();
    }
}
