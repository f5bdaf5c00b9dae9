package org.rightdoor.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.routing.RoutingRules;

class CallNoteTest {

    private static final RoutingRules RULES = RoutingRules.load(Path.of("routing-rules"));
    private static final Instant NOON = Instant.parse("2026-09-01T16:00:00Z");
    private static final Actor ROBIN = new Actor("Robin", 7L);

    @Test
    void Words_are_enough_and_it_was_just_now() {
        var inbound = note("text", "The bus never came.").inbound("x", ROBIN, null, RULES, NOON);
        assertThat(note("text", "The bus never came.").faults(RULES, NOON)).isEmpty();
        assertThat(inbound.channel()).isEqualTo(Channel.PHONE);
        assertThat(inbound.at()).isEqualTo(NOON);
        assertThat(inbound.automatic()).isFalse();
        assertThat(inbound.writtenDown().confirmBy()).isEmpty();
        assertThat(inbound.writtenDown().settled()).isFalse();
    }

    @Test
    void The_time_is_the_districts_and_has_passed() {
        assertThat(note("at", "2026-09-01T08:30").when(RULES, NOON)).hasValue(Instant.parse("2026-09-01T12:30:00Z"));
        assertThat(note("at", "2026-09-01T12:01").faults(RULES, NOON)).containsKey("at");
        assertThat(note("at", "yesterday").faults(RULES, NOON)).containsKey("at");
    }

    @ParameterizedTest
    @CsvSource({
        "Ana Ruiz, Ana Ruiz,,",
        "410 555 0123,,+14105550123,",
        "Ana@Family.example,,,ana@family.example",
    })
    void Somebody_new_is_called_by_what_was_typed_to_look_for_them(
            String sought, String name, String phone, String email) {
        var sender = note("sought", sought).sender();
        assertThat(sender.name()).isEqualTo(name);
        assertThat(sender.phone()).isEqualTo(phone);
        assertThat(sender.email()).isEqualTo(email);
    }

    @Test
    void What_cannot_be_is_said_field_by_field() {
        assertThat(note("text", " ").faults(RULES, NOON)).containsOnlyKeys("text");
        assertThat(note("whom", "person:x").faults(RULES, NOON)).containsKey("whom");
        assertThat(note("phone", "12").faults(RULES, NOON)).containsKey("phone");
        assertThat(note("email", "ana at home").faults(RULES, NOON)).containsKey("email");
        assertThat(note("place", "topic:no-such").faults(RULES, NOON)).containsKey("place");
    }

    @Test
    void A_visit_and_who_spoke_are_told_to_colleagues() {
        var form = form("how", "visit");
        form.putSingle("spokeFor", "his grandmother\u0000\n");
        var taken = CallNote.of(form).inbound("x", ROBIN, 5L, RULES, NOON).writtenDown();
        assertThat(taken.how()).isEqualTo("Visit: his grandmother");
        assertThat(taken.personId()).isEqualTo(5L);
        assertThat(taken.by()).isEqualTo(ROBIN);
    }

    private static CallNote note(String field, String value) {
        return CallNote.of(form(field, value));
    }

    private static MultivaluedHashMap<String, String> form(String field, String value) {
        var form = new MultivaluedHashMap<String, String>();
        form.putSingle("whom", "new");
        form.putSingle("text", "words");
        form.putSingle(field, value);
        return form;
    }
}
