package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rightdoor.people.Staff;

class WelcomeTest {

    private final Staff first = invited(Staff.ADMIN);
    private final Staff second = invited(Staff.ADMIN);
    private final Staff agent = invited(Staff.AGENT);

    @Test
    void Until_an_administrator_has_got_in_the_way_in_is_said_at_each_start() {
        assertThat(Welcome.strangers(List.of(first, second, agent))).containsExactly(first, second);
    }

    @Test
    void Once_one_has_got_in_no_link_is_ever_printed_again_not_even_for_a_lost_password() {
        first.enter();
        assertThat(Welcome.strangers(List.of(first, second, agent))).isEmpty();
        first.invitation = "for a lost password";
        assertThat(Welcome.strangers(List.of(first, second, agent))).isEmpty();
    }

    private static Staff invited(String role) {
        var staff = new Staff();
        staff.roles = role;
        staff.invitation = "secret";
        return staff;
    }
}
