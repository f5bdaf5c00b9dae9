package org.rightdoor.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;

class StaffFormTest {

    @Test
    void Every_role_that_can_be_chosen_is_read_back_as_it_was_chosen() {
        for (var post : StaffForm.Post.values()) {
            for (var records : new boolean[] {true, false}) {
                var chosen = StaffForm.of("kim@maple.example", "Kim", post.role(), records, List.of("health"));
                var staff = new Staff();
                staff.email = chosen.email();
                staff.name = chosen.name();
                staff.roles = chosen.roles();
                staff.departments = chosen.kept().toArray(String[]::new);
                var again = StaffForm.of(staff);
                assertThat(again.role()).isEqualTo(post.role());
                assertThat(again.roles()).isEqualTo(chosen.roles());
                assertThat(May.of(staff)).contains(May.READ);
                assertThat(staff.keepsRecords()).isEqualTo(records || post == StaffForm.Post.RECORDS);
            }
        }
    }

    @Test
    void Each_role_allows_what_the_one_before_it_does_and_a_role_that_nobody_knows_nothing() {
        var climbing = List.of(Staff.VIEWER, Staff.HELPER, Staff.AGENT, Staff.LEAD, Staff.ADMIN);
        for (int i = 1; i < climbing.size(); i++) {
            assertThat(allowed(climbing.get(i))).containsAll(allowed(climbing.get(i - 1)));
            assertThat(allowed(climbing.get(i)))
                    .hasSizeGreaterThan(allowed(climbing.get(i - 1)).size());
        }
        assertThat(allowed("king")).isEmpty();
    }

    private static java.util.Set<String> allowed(String role) {
        var staff = new Staff();
        staff.roles = role;
        return May.of(staff);
    }
}
