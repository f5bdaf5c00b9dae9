package org.rightdoor.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault a person can make in the files, and what that person is told. */
class FaultsOfADistrictTest {

    @TempDir
    Path directory;

    SmallDistrict district;

    @BeforeEach
    void copyTheSmallDistrict() {
        district = SmallDistrict.in(directory);
    }

    @Test
    void A_district_without_a_fault_is_read_whole() {
        var rules = RoutingRules.load(directory);

        assertThat(rules.departments()).containsOnlyKeys("buses", "office");
        assertThat(rules.departments().get("office").answersWithinDays()).isEqualTo(2);
        assertThat(rules.topics()).containsOnlyKeys("bus-late", "bus-lost-item", "absence", "hours");
        assertThat(rules.schools().get("hill").aliases()).containsExactly("hill es", "hill elementary");
        assertThat(rules.trainingTexts()).hasSize(10);
        assertThat(rules.district().name().in("es")).isEqualTo("Escuelas de Valle Chico");
    }

    @Test
    void All_faults_of_all_files_are_told_at_once() {
        district.change("departments.yml", "6:00-17:30", "6 to 5")
                .change("topics.yml", "title: {en: School", "titel: {en: School");

        assertThat(faults())
                .containsExactly(
                        "departments.yml:6: hours: 6 to 5 is not opening hours such as 8:00-16:30",
                        "topics.yml:4: hours: title is missing",
                        "topics.yml:4: unknown key titel; did you mean title?");
    }

    @Test
    void The_message_names_every_fault_and_has_no_stack_trace() {
        district.change("district.yml", "America/New_York", "Eastern");

        assertThatThrownBy(() -> RoutingRules.load(directory))
                .isInstanceOf(FaultyRules.class)
                .hasMessage(directory.resolve("district.yml")
                        + ":5: time-zone: Eastern is not a time zone such as America/New_York")
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }

    @Test
    void Text_that_is_not_YAML() {
        district.append("rules.yml", "- id: [unclosed\n");

        assertThat(faults()).singleElement().asString().startsWith("rules.yml:10: not YAML: ");
    }

    @Test
    void A_broken_list_of_topics_does_not_make_the_sound_files_look_broken() {
        district.append("topics.yml", "\"unclosed\n");

        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("topics.yml:")
                .contains("not YAML");
    }

    @Test
    void A_file_that_is_missing() {
        district.delete("schools.yml");

        assertThat(faults()).containsExactly("schools.yml:1: the file is missing");
    }

    @Test
    void A_folder_that_is_missing() {
        district.delete("training");

        assertThat(faults()).containsExactly("training:1: the folder is missing");
    }

    @Test
    void A_file_that_is_not_UTF_8() {
        district.write("training/office.en.tsv", "hours\tok\nhours\tniño\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(faults()).containsExactly("training/office.en.tsv:2: this is not UTF-8; save the file as UTF-8");
    }

    @Test
    void A_file_that_is_too_large() {
        district.write("training/office.en.tsv", "#".repeat(TextFile.MAX_BYTES + 1));

        assertThat(faults()).containsExactly("training/office.en.tsv:1: the file is larger than 2000000 bytes");
    }

    @Test
    void A_list_where_keys_are_wanted_and_keys_where_a_list_is_wanted() {
        district.write("schools.yml", "- hill\n")
                .write("rules.yml", "id: one\n")
                .write("district.yml", "");

        assertThat(faults())
                .containsExactly(
                        "district.yml:1: must hold keys and values, such as name: ...",
                        "rules.yml:1: must be a list of entries that each begin with a dash, such as - id: ...",
                        "schools.yml:1: must hold entries that each stand under their own key");
    }

    @Test
    void The_same_key_twice() {
        district.append("topics.yml", "hours: {department: office, title: {en: Again}}\n");

        assertThat(faults()).containsExactly("topics.yml:5: duplicate key hours, first on line 4");
    }

    @Test
    void A_topic_of_an_unknown_department() {
        district.change("topics.yml", "absence: {department: office", "absence: {department: ofice");

        assertThat(faults()).containsExactly("topics.yml:3: unknown department ofice; did you mean office?");
    }

    @Test
    void A_text_without_English() {
        district.change("departments.yml", "name: {en: Office, es: Oficina}", "name: {es: Oficina}");

        assertThat(faults()).containsExactly("departments.yml:9: name has no English text (en)");
    }

    @Test
    void A_text_in_no_known_language() {
        district.change("departments.yml", "es: Oficina", "sp: Oficina");

        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("departments.yml:9: unknown language (ISO 639-1) sp");
    }

    @Test
    void A_text_where_texts_by_language_are_wanted() {
        district.change("departments.yml", "name: {en: Office, es: Oficina}", "name: Office");

        assertThat(faults()).containsExactly("departments.yml:9: name must hold keys and values, such as {en: ...}");
    }

    @Test
    void A_value_that_is_empty() {
        district.change("schools.yml", "level: high", "level:");

        assertThat(faults()).containsExactly("schools.yml:8: level is empty");
    }

    @Test
    void Hours_that_end_before_they_begin_an_address_that_is_none_and_a_promise_without_days() {
        district.change("departments.yml", "8:00-16:30", "16:30-8:00")
                .change("departments.yml", "office@valley.example", "office at valley")
                .change("departments.yml", "2 days", "soon");

        assertThat(faults())
                .containsExactly(
                        "departments.yml:11: email: office at valley is not an e-mail address",
                        "departments.yml:13: hours: 16:30-8:00 is not opening hours such as 8:00-16:30",
                        "departments.yml:14: answers-within: soon is not a number of open days such as 2 days");
    }

    @Test
    void A_domain_of_students_that_is_none_is_told_and_a_good_one_is_known() {
        district.append("district.yml", "student-email-domains: [students]\n");
        assertThat(faults()).containsExactly("district.yml:9: students is not a domain such as students.maple.example");

        district.change("district.yml", "[students]", "[Students.Valley.example]");
        var valley = RoutingRules.load(directory).district();
        assertThat(valley.isStudents("sam@students.valley.example")).isTrue();
        assertThat(valley.isStudents("sam@high.students.valley.example")).isTrue();
        assertThat(valley.isStudents("sam@otherstudents.valley.example")).isFalse();
        assertThat(valley.isStudents("dana@valley.example")).isFalse();
        assertThat(valley.isStudents(null)).isFalse();
    }

    @Test
    void A_fallback_department_that_does_not_exist_and_pages_without_English() {
        district.change("district.yml", "fallback-department: office", "fallback-department: nobody")
                .change("district.yml", "[en, es]", "[es]");

        assertThat(faults())
                .containsExactly(
                        "district.yml:6: languages must name en: English is what every page falls back to",
                        "district.yml:7: unknown department nobody");
    }

    @Test
    void Fixed_words_in_danger_may_write_a_number_as_their_readers_do() {
        district.change("safety.yml", "988 in a crisis", "988 in a crisis, 24/7")
                .change("safety.yml", "al 1-833-632-7233 para avisar", "al ١ (٨٣٣) 632.7233 para avisar");

        var faults = new Faults();
        SafetyRules.read(directory, faults);
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void Fixed_words_in_danger_that_leave_out_whom_to_call() {
        district.change("safety.yml", "988 in a crisis", "a hotline in a crisis")
                .change("safety.yml", "al 1-833-632-7233 para avisar", "avise");

        var faults = new Faults();
        SafetyRules.read(directory, faults);
        assertThat(SmallDistrict.lines(directory, faults.all()))
                .containsExactly(
                        "safety.yml:8: family-text must name 988 in every language; it is missing in en",
                        "safety.yml:8: family-text must name 18336327233 in every language; it is missing in es");
    }

    @Test
    void One_name_for_two_schools() {
        district.change("schools.yml", "[vhs]", "[vhs, Hill Elementary]");

        assertThat(faults()).containsExactly("schools.yml:10: school name hill elementary is already at schools.yml:5");
    }

    @Test
    void Training_lines_that_teach_nothing() {
        district.append("training/office.en.tsv", "no tab here\nhours\t \nhours\ttwo\ttabs\nhour\twhen is lunch\n");

        assertThat(faults())
                .containsExactly(
                        "training/office.en.tsv:5: must be a topic, one tab and a text; there are 0 tabs",
                        "training/office.en.tsv:6: the text is empty",
                        "training/office.en.tsv:7: must be a topic, one tab and a text; there are 2 tabs",
                        "training/office.en.tsv:8: unknown topic hour; did you mean hours?");
    }

    @Test
    void The_same_text_under_two_topics() {
        district.append("training/office.en.tsv", "hours\tThe bus is  late AGAIN\n");

        assertThat(faults())
                .containsExactly("training/office.en.tsv:5: the same text stands under bus-late at"
                        + " training/buses.en.tsv:2; it can teach only one topic");
    }

    @Test
    void A_topic_that_cannot_be_learnt_from_one_text() {
        district.change("training/office.en.tsv", "hours\twhat time is dismissal\n", "");

        assertThat(faults())
                .containsExactly("topics.yml:4: topic hours has 1 training texts, and needs 2 or more under training/");
    }

    @Test
    void A_training_file_that_is_not_named_after_a_department_and_a_language() {
        district.write("training/notes.txt", "")
                .write("training/bus.xx.tsv", "")
                .write("training/.hidden", "");

        assertThat(faults())
                .anyMatch(
                        fault -> fault.startsWith("training/bus.xx.tsv:1: unknown department bus; did you mean buses?"))
                .anyMatch(fault -> fault.startsWith("training/bus.xx.tsv:1: unknown language"))
                .anyMatch(
                        fault -> fault.startsWith("training/notes.txt:1: the name must be <department>.<language>.tsv"))
                .hasSize(3);
    }

    @Test
    void A_rule_that_names_what_does_not_exist() {
        district.append(
                "rules.yml",
                """
                - id: wrong
                  when:
                    topic: [hours, bus-lat]
                    department: bus
                    school: hil
                    language: english
                    channel: fax
                    kind: rant
                  then:
                    department: busses
                    topic: our
                    priority: hi
                """);

        assertThat(faults())
                .containsExactly(
                        "rules.yml:11: unknown topic bus-lat; did you mean bus-late?",
                        "rules.yml:12: unknown department bus; did you mean buses?",
                        "rules.yml:13: unknown school hil; did you mean hill?",
                        "rules.yml:14: unknown language (ISO 639-1) english",
                        "rules.yml:15: unknown channel fax",
                        "rules.yml:16: unknown kind rant",
                        "rules.yml:18: unknown department busses; did you mean buses?",
                        "rules.yml:19: unknown topic our",
                        "rules.yml:20: unknown priority hi; did you mean high?");
    }

    @Test
    void A_rule_that_catches_everything_decides_nothing_or_has_no_parts() {
        district.append(
                "rules.yml",
                "- id: all\n  when: {}\n  then: {}\n- id: none\n- id: topicless\n  when: {words: x}\n  then: {topic: none}\n");

        assertThat(faults())
                .containsExactly(
                        "rules.yml:10: the rule has no condition: it would catch every message",
                        "rules.yml:11: the rule decides nothing",
                        "rules.yml:12: when is missing",
                        "rules.yml:12: then is missing",
                        "rules.yml:15: topic: none needs a department beside it");
    }

    @Test
    void A_rule_with_an_id_that_is_taken_an_unknown_condition_and_numbers_that_are_none() {
        district.append(
                "rules.yml",
                """
                - id: unsure
                  when: {word: x, confidence-below: 7, shorter-than: few}
                  then: {tags: [x]}
                """);

        assertThat(faults())
                .containsExactly(
                        "rules.yml:9: rule unsure is already at rules.yml:6",
                        "rules.yml:10: confidence-below must be over 0 and at most 1",
                        "rules.yml:10: shorter-than: few is not a number of words",
                        "rules.yml:10: unknown key word; did you mean words?");
    }

    @Test
    void Words_that_can_never_be_found() {
        district.change("rules.yml", "[not home yet,", "[lat* bus, '!!',");

        assertThat(faults())
                .containsExactly(
                        "rules.yml:3: lat* bus: a star can only stand at the end",
                        "rules.yml:3: !!: there is no word in it");
    }

    private List<String> faults() {
        var faults = new Faults();
        RoutingRules.read(directory, faults);
        return SmallDistrict.lines(directory, faults.all());
    }
}
