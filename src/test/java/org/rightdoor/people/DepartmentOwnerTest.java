package org.rightdoor.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DepartmentOwnerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Staff owner = staff(1);
    private final Staff standIn = staff(2);
    private final Staff fallback = staff(3);
    private final Map<Long, Staff> all = Map.of(1L, owner, 2L, standIn, 3L, fallback);
    private final DepartmentOwner of = DepartmentOwner.of("transportation");

    @Test
    void The_owner_is_asked_first_then_who_stands_in_then_the_fallback() {
        of.ownerId = 1L;
        of.fallbackId = 3L;
        assertThat(of.thereOn(TODAY, all)).contains(owner);
        owner.awayUntil = TODAY;
        owner.standIn = 2L;
        assertThat(of.thereOn(TODAY, all)).contains(standIn);
        standIn.awayUntil = TODAY;
        assertThat(of.thereOn(TODAY, all)).contains(fallback);
        fallback.active = false;
        assertThat(of.thereOn(TODAY, all)).isEmpty();
        assertThat(of.thereOn(TODAY.plusDays(1), all)).as("back again").contains(owner);
    }

    @Test
    void Nobody_is_there_where_nobody_is_named_or_who_is_has_left_or_never_came() {
        assertThat(of.thereOn(TODAY, all)).isEmpty();
        of.ownerId = 1L;
        owner.active = false;
        owner.standIn = 2L;
        assertThat(of.thereOn(TODAY, all)).as("who has left is not away").isEmpty();
        owner.active = true;
        owner.invitation = "not used yet";
        assertThat(of.thereOn(TODAY, all)).isEmpty();
    }

    private static Staff staff(long id) {
        var staff = new Staff();
        staff.id = id;
        return staff;
    }
}
