package org.rightdoor.people;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RosterTest {

    @Test
    void The_last_administrator_stays_one() {
        assertThatThrownBy(() -> Roster.demandAnother(staff(1, Staff.AGENT, true), List.of(1L)))
                .hasMessageContaining("is the last administrator");
        assertThatThrownBy(() -> Roster.demandAnother(staff(1, Staff.ADMIN, false), List.of(1L)))
                .hasMessageContaining("Make somebody else an administrator first");
    }

    @Test
    void One_of_two_may_go_and_so_may_anybody_else() {
        assertThatCode(() -> Roster.demandAnother(staff(1, Staff.AGENT, true), List.of(1L, 2L)))
                .doesNotThrowAnyException();
        assertThatCode(() -> Roster.demandAnother(staff(2, Staff.VIEWER, false), List.of(1L)))
                .doesNotThrowAnyException();
        assertThatCode(() -> Roster.demandAnother(staff(1, "admin,records", true), List.of(1L)))
                .doesNotThrowAnyException();
    }

    private static Staff staff(long id, String roles, boolean active) {
        var staff = new Staff();
        staff.id = id;
        staff.name = "Ruth";
        staff.roles = roles;
        staff.active = active;
        return staff;
    }
}
