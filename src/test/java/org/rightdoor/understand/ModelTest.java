package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTest {

    @ParameterizedTest
    @CsvSource({"1, 4", "5, 4", "10, 2", "20, 1", "1000, 1"})
    void The_fewer_texts_a_topic_has_the_more_its_name_counts(long texts, int times) {
        assertThat(Model.timesNamed(texts)).isEqualTo(times);
    }
}
