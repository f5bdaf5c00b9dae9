package org.rightdoor.desk.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rightdoor.people.Staff;

class MentionedTest {

    private static final List<Staff> COLLEAGUES = Stream.of("Ana Ruiz", "Ana", "Dana Fields", "José Núñez")
            .map(MentionedTest::called)
            .toList();

    @Test
    void Whole_names_and_first_names_that_only_one_has_call_somebody() {
        assertThat(in("@Dana Fields please look")).containsExactly("Dana Fields");
        assertThat(in("can you, @dana?")).containsExactly("Dana Fields");
        assertThat(in("@JOSÉ NÚÑEZ, @Dana")).containsExactlyInAnyOrder("Dana Fields", "José Núñez");
    }

    @Test
    void The_longest_name_is_meant() {
        assertThat(in("@Ana Ruiz knows")).containsExactly("Ana Ruiz");
        assertThat(in("@Ana knows")).containsExactly("Ana");
    }

    @Test
    void Addresses_and_other_words_call_nobody() {
        assertThat(in("write to office@dana.example or @danas, Dana Fields")).isEmpty();
        assertThat(in("")).isEmpty();
    }

    private static List<String> in(String note) {
        return Mentioned.in(note, COLLEAGUES).stream().map(staff -> staff.name).toList();
    }

    private static Staff called(String name) {
        var staff = new Staff();
        staff.name = name;
        return staff;
    }
}
