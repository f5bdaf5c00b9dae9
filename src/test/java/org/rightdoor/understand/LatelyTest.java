package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatelyTest {

    @Test
    void What_is_too_old_is_let_go_with_the_next_question_whatever_it_is() {
        var lately = new Lately<String, Integer>(10, Duration.ZERO);
        lately.put("is there school today", 1);
        lately.put("is the bus late", 2);

        assertThat(lately.get("what is for lunch")).isEmpty();
        assertThat(lately.size()).isZero();
    }

    @Test
    void The_oldest_goes_where_there_are_too_many() {
        var lately = new Lately<String, Integer>(2, Duration.ofMinutes(1));
        lately.put("one", 1);
        lately.put("two", 2);
        lately.put("one", 11);
        lately.put("three", 3);

        assertThat(lately.get("one")).contains(11);
        assertThat(lately.get("two")).isEmpty();
        assertThat(lately.get("three")).contains(3);
    }
}
