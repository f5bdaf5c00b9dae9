package org.rightdoor.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfidentialTopicTest {

    private static final String ABSENCE = "absence: {department: office, ";

    @TempDir
    Path directory;

    private SmallDistrict district;

    @BeforeEach
    void district() {
        district = SmallDistrict.in(directory);
    }

    @Test
    void A_district_says_which_topics_are_confidential_and_all_others_are_not() {
        district.change("topics.yml", ABSENCE, ABSENCE + "confidential: true, ");
        var rules = RoutingRules.load(directory);
        assertThat(rules.isConfidential("absence")).isTrue();
        assertThat(rules.isConfidential("hours")).isFalse();
        assertThat(rules.isConfidential(null)).isFalse();
    }

    @Test
    void Anything_but_true_and_false_is_a_fault() {
        district.change("topics.yml", ABSENCE, ABSENCE + "confidential: maybe, ");
        assertThatThrownBy(() -> RoutingRules.load(directory)).hasMessageContaining("confidential");
    }
}
