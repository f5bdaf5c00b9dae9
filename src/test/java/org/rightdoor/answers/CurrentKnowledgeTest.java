package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.routing.FaultyRules;
import org.rightdoor.routing.SmallDistrict;

class CurrentKnowledgeTest {

    @TempDir
    Path directory;

    @TempDir
    Path data;

    SmallDistrict district;
    CurrentKnowledge current;

    @BeforeEach
    void start() {
        district = SmallDistrict.in(directory);
        current = new CurrentKnowledge(directory, data, new CurrentCalendar());
        current.readAtStart(null);
    }

    @Test
    void A_directory_that_did_not_change_is_not_read_again() {
        var before = current.now();

        current.readAgainWhenChanged();

        assertThat(current.now()).isSameAs(before);
    }

    @Test
    void A_sound_change_is_taken_over() {
        district.append("topics.yml", "clubs: {department: office, title: {en: Clubs}}\n")
                .append("training/office.en.tsv", "clubs\tis there a chess club\nclubs\twhen does drama club meet\n");

        current.readAgainWhenChanged();

        assertThat(current.now().rules().topics()).containsKey("clubs");
        assertThat(current.now().classifier().read("chess club").topic()).isEqualTo("clubs");
        assertThat(current.faults()).isEmpty();
    }

    @Test
    void A_faulty_change_leaves_the_old_in_force_and_says_what_is_wrong_until_it_is_mended() {
        var before = current.now();
        district.change("topics.yml", "hours: {department: office", "hours: {department: ofice");

        current.readAgainWhenChanged();

        assertThat(current.now()).isSameAs(before);
        assertThat(SmallDistrict.lines(directory, current.faults()))
                .containsExactly("topics.yml:4: unknown department ofice; did you mean office?");

        current.readAgainWhenChanged();
        assertThat(current.faults()).hasSize(1);

        district.change("topics.yml", "hours: {department: ofice", "hours: {department: office");
        current.readAgainWhenChanged();
        assertThat(current.faults()).isEmpty();
        assertThat(current.now()).isNotSameAs(before);
    }

    @Test
    void A_file_that_disappears_is_a_change() {
        district.delete("answers/office.yml");

        current.readAgainWhenChanged();

        assertThat(current.now().answers().all()).hasSize(1);
    }

    @Test
    void A_ConfigMap_that_Kubernetes_switches_is_taken_over(@TempDir Path mounted) throws IOException {
        var volume = ConfigMapVolume.of(directory, mounted);
        var inPod = new CurrentKnowledge(mounted, data, new CurrentCalendar());
        inPod.readAtStart(null);

        district.change("topics.yml", "{en: School hours", "{en: Hours of the office");
        volume.switchTo(directory);
        inPod.readAgainWhenChanged();

        assertThat(inPod.faults()).isEmpty();
        assertThat(inPod.now().rules().topics().get("hours").title().in("en")).isEqualTo("Hours of the office");
        var taken = inPod.now();
        inPod.readAgainWhenChanged();
        assertThat(inPod.now()).isSameAs(taken);
    }

    @Test
    void A_faulty_directory_stops_the_start() {
        district.delete("district.yml");

        assertThatThrownBy(() -> new CurrentKnowledge(directory, data, new CurrentCalendar()).readAtStart(null))
                .isInstanceOf(FaultyRules.class)
                .hasMessage(directory.resolve("district.yml") + ":1: the file is missing");
    }
}
