package org.rightdoor.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rightdoor.intake.LatelyRead.Of;
import org.rightdoor.understand.Reading;

class LatelyReadTest {

    private static final Of ASKED = new Of("is there school today", null, false, true);

    private final AtomicInteger readings = new AtomicInteger();
    private final LatelyRead lately = new LatelyRead();
    private final Object known = new Object();

    @Test
    void The_same_words_are_read_once() {
        assertThat(read(ASKED, known)).isSameAs(read(ASKED, known));
        assertThat(readings).hasValue(1);
    }

    @Test
    void Other_words_another_language_and_other_knowledge_are_another_reading() {
        read(ASKED, known);
        read(new Of("is there school tomorrow", null, false, true), known);
        read(new Of(ASKED.text(), "es", false, true), known);
        read(new Of(ASKED.text(), null, true, true), known);
        read(new Of(ASKED.text(), null, false, false), known);
        read(ASKED, new Object());
        assertThat(readings).hasValue(6);
    }

    @Test
    void Long_messages_are_not_kept() {
        var told = new Of("My daughter waits. ".repeat(20), null, false, true);
        read(told, known);
        read(told, known);
        assertThat(readings).hasValue(2);
    }

    private Heard read(Of of, Object by) {
        return lately.read(of, by, () -> {
            readings.incrementAndGet();
            return new Heard(Reading.NOTHING, List.of(), List.of());
        });
    }
}
