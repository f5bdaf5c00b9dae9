package org.rightdoor.records.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherPeopleTest {

    private static final OtherPeople OTHERS = new OtherPeople(
            List.of("Ana Reyes", "May Chen", "Đỗ Văn Nam", "王小明"),
            List.of("the twins"),
            List.of("Rosa Diaz", "+14105550100", "rosa@family.example", "Leo"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana Reyes hit him | [name taken out] hit him",
                "then REYES, ANA came; Ana left | then REYES, ANA came; [name taken out] left",
                "May said you may go | [name taken out] said you may go",
                "my son Leo and my friend Omar Haddad | my son Leo and my friend [name taken out]",
                "Ms. Okafor-Price was rude | Ms. [name taken out] was rude",
                "mi hija Lucía de la Cruz llora | mi hija [name taken out] llora",
                "con Đỗ Văn Nam hôm qua | con [name taken out] hôm qua",
                "write to sam.b@else.example. Thanks | write to [e-mail address taken out]. Thanks",
                "call (410) 555-0123 or +1 410.555.0199 | call [telephone number taken out] or [telephone number taken out]",
                "my number is 410-555-0100, rosa@family.example | my number is 410-555-0100, rosa@family.example",
                "she lives at 12 N. Maple Ridge Rd, Apt 4B with us | she lives at [street address taken out] with us",
                "SSN 123-45-6789 and student ID 9948123 | SSN [personal number taken out] and [personal number taken out]",
                "The Twins did it | [passage taken out] did it",
                "王小明 打了他 | [name taken out] 打了他"
            })
    void What_is_about_others_is_taken_out(String text, String left) {
        assertThat(OtherPeople.without(OTHERS.in(text), text)).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bus 12 was 20 minutes late on 2026-11-20 at 7:45",
                "Rosa Diaz and Leo wait at stop 1204",
                "It may rain in 3 days and 15 students stay home",
                "the code is b90d-37810974055a",
                "Lunch is $2.50 for 180 days",
                ""
            })
    void What_is_about_nobody_else_stays(String text) {
        assertThat(OTHERS.in(text)).isEmpty();
    }

    @Test
    void A_long_hostile_text_takes_no_time() {
        var text = "1 Aa ".repeat(20_000) + "1".repeat(50_000) + "a@".repeat(20_000) + "(".repeat(10_000);
        var begun = System.nanoTime();
        OTHERS.in(text);
        assertThat(System.nanoTime() - begun).isLessThan(3_000_000_000L);
    }
}
