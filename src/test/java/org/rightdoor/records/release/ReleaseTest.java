package org.rightdoor.records.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.records.Family;
import org.rightdoor.records.OwnDatabase;
import org.rightdoor.records.Work;

/** What is in the file that leaves the house, and what is not. */
class ReleaseTest {

    private static final Actor OFFICER = new Actor("Dana Records", 7L);

    private final DataSource database = OwnDatabase.withTables();

    ReleaseTest() {
        Family.writes(database, 1, "Ana Reyes", "oak");
        Family.writes(database, 2, "Ben Ode", "oak");
        OwnDatabase.run(
                database,
                """
                insert into contact (inquiry_number, person_id, channel, external_id, at, text, counts)
                values (1, 2, 'WEB', 'other', '2020-01-07 09:00Z', 'Ben Ode here: Ana Reyes is right, mail b@else.example', true)""",
                "insert into attachment (contact_id, name, media_type, size, content)"
                        + " select id, 'class photo.jpg', 'image/jpeg', 1, '\\xff' from contact where external_id = 'other'");
    }

    @Test
    void A_person_gets_everything_of_their_own_and_nothing_of_others() {
        var files = unzip(person(1));
        assertThat(files.keySet())
                .contains("index.html", "cases/1.html", "cases/1.json", "who-saw-it.csv", "disclosures.csv")
                .anyMatch(name -> name.startsWith("files/") && name.endsWith("-bus.bin"))
                .noneMatch(name -> name.contains("photo"))
                .noneMatch(name -> name.startsWith("cases/2"));
        var all = String.join("\n", files.values());
        assertThat(all).contains("Bus 12 of Ana Reyes was late again", "Spoke with Ana Reyes.", "Dear Ana Reyes");
        assertThat(all).doesNotContain("Ben", "Ode", "b@else.example", "410 555 0123");
        assertThat(files.get("cases/1.html")).contains("[name taken out] here: Ana Reyes is right");
        assertThat(files.get("index.html")).contains("Name of another person", "withheld");
        assertThat(files.get("records.pdf"))
                .startsWith("Access to records")
                .contains(
                        "Case 1: ",
                        "[name taken out] here: Ana Reyes is right",
                        "withheld",
                        "Access to records · 1 / 2")
                .contains("Bus 12 of Ana Reyes was late again");
    }

    @Test
    void What_the_reviewer_leaves_in_stays_and_what_is_asked_for_goes() {
        var release = person(1);
        var passages = Work.in(database, connection -> Redactions.list(connection, release.id(), 0, 100));
        var name = passages.stream()
                .filter(one -> one.words().equals("Ben Ode"))
                .findFirst()
                .orElseThrow();
        Work.in(database, connection -> {
            Redactions.decide(connection, release.id(), List.of(name.id()), Set.of());
            return null;
        });
        assertThat(unzip(release).get("cases/1.html")).contains("Ben Ode here");
        OwnDatabase.run(database, "update release set take_out = 'is right' where id = " + release.id());
        var again = Work.in(database, connection -> {
            var found = Release.find(connection, release.id());
            Redactions.find(connection, found);
            return found;
        });
        assertThat(unzip(again).get("cases/1.html")).contains("Ben Ode here: Ana Reyes [passage taken out]");
    }

    @Test
    void What_is_written_after_the_review_is_looked_through_before_it_leaves() {
        var release = person(1);
        OwnDatabase.run(
                database,
                "insert into event (inquiry_number, at, kind, actor, staff_id, detail)"
                        + " values (1, now() + interval '1 second', 'NOTED', 'Robin Lee', 7, 'Ben Ode called again')");
        assertThat(unzip(release).get("cases/1.html")).contains("[name taken out] called again");
    }

    @Test
    void A_public_request_is_answered_without_anybody_s_name_and_with_the_grounds() {
        var release = request(new Release.Asked("The Gazette", "late", "transportation", null, null, null));
        Work.in(database, connection -> {
            release.choose(connection, 2, false, "Pending litigation");
            return null;
        });
        var files = unzip(release);
        var all = String.join("\n", files.values());
        assertThat(all).contains("was late again").doesNotContain("Ana", "Reyes", "Ben", "Ode", "p1@family.example");
        assertThat(files.keySet())
                .containsExactlyInAnyOrder("index.html", "cases/1.html", "cases/1.json", "records.pdf");
        assertThat(files.get("index.html")).contains("The Gazette", "Pending litigation");
    }

    @Test
    void Words_are_looked_for_as_the_request_says() {
        assertThat(found("late")).containsExactly(1L, 2L);
        assertThat(found("\"of Ben\"")).containsExactly(2L);
        assertThat(found("late -Reyes")).containsExactly(2L);
        assertThat(found("zebra or \"spoke with Ben\"")).containsExactly(2L);
        assertThat(found("zebra")).isEmpty();
    }

    private List<Long> found(String words) {
        var release = request(new Release.Asked("The Gazette", words, null, null, null, null));
        return Work.in(database, connection -> release.numbers(connection, true));
    }

    @Test
    void Confidential_cases_are_in_it_only_for_who_is_named_on_them() {
        OwnDatabase.run(database, "update inquiry set confidential = true where number = 2");
        var asked = new Release.Asked("The Gazette", "late", null, null, null, null);
        assertThat(request(asked).unseen()).isEqualTo(1);
        assertThat(unzip(request(asked)).keySet()).doesNotContain("cases/2.html");
        OwnDatabase.run(database, "insert into named_on_case (inquiry_number, staff_id, named_by) values (2, 7, 'x')");
        assertThat(unzip(request(asked)).keySet()).contains("cases/2.html");
    }

    @Test
    void A_request_for_nothing_in_particular_is_refused() {
        assertThatThrownBy(() -> request(new Release.Asked("The Gazette", "", null, null, null, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Release person(long id) {
        return Work.in(database, connection -> {
            var release = Release.ofPerson(connection, id, 7, OFFICER);
            Redactions.find(connection, release);
            return release;
        });
    }

    private Release request(Release.Asked asked) {
        return Work.in(database, connection -> {
            var release = Release.ofRequest(connection, asked, 7, OFFICER);
            Redactions.find(connection, release);
            return release;
        });
    }

    private Map<String, String> unzip(Release release) {
        return Work.in(database, connection -> {
            var out = new ByteArrayOutputStream();
            new ReleaseZip(connection, release, new ObjectMapper().registerModule(new JavaTimeModule()), out).write();
            var files = new TreeMap<String, String>();
            try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    files.put(entry.getName(), text(entry.getName(), zip.readAllBytes()));
                }
            }
            return files;
        });
    }

    private static String text(String name, byte[] content) throws IOException {
        if (!name.endsWith(".pdf")) return new String(content, StandardCharsets.UTF_8);
        try (var pdf = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
