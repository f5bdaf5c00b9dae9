package org.rightdoor.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyRulesTest {

    private static final Known KNOWN = new Known(
            new Names("department", Set.of("transportation", "safety"), true),
            new Names("topic", Set.of("bus-late", "ss-homeless"), true),
            new Names("school", Set.of(), true));

    @TempDir
    Path folder;

    @Test
    void Everybody_is_asked_but_about_what_is_spared() throws IOException {
        var rules = read(
                "after: 30 minutes\nagain-after: 14 days\nnever: {department: safety, topic: [ss-homeless]}",
                new Faults());
        assertThat(rules.after()).contains(Duration.ofMinutes(30));
        assertThat(rules.againAfter()).isEqualTo(Duration.ofDays(14));
        assertThat(rules.mayAsk("transportation", "bus-late")).isTrue();
        assertThat(rules.mayAsk("transportation", null)).isTrue();
        assertThat(rules.mayAsk("transportation", "ss-homeless")).isFalse();
        assertThat(rules.mayAsk("safety", null)).isFalse();
    }

    @Test
    void Without_the_file_nobody_is_asked() {
        assertThat(SurveyRules.read(folder.resolve("none.yml"), KNOWN, new Faults())
                        .mayAsk("transportation", "bus-late"))
                .isFalse();
    }

    @Test
    void A_fault_is_named_with_its_line() throws IOException {
        var faults = new Faults();
        read("after: soon\nnever: {topic: bus-lost}\nwhen: never", faults);
        assertThat(faults.all())
                .anySatisfy(fault -> assertThat(fault.toString()).contains("surveys.yml:1", "30 minutes"))
                .anySatisfy(fault -> assertThat(fault.toString()).contains("surveys.yml:2", "bus-lost"))
                .anySatisfy(fault -> assertThat(fault.toString()).contains("surveys.yml:3", "when"));
    }

    private SurveyRules read(String yaml, Faults faults) throws IOException {
        var file = Files.writeString(folder.resolve("surveys.yml"), yaml);
        return SurveyRules.read(file, KNOWN, faults);
    }
}
