package org.rightdoor.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Contact;
import org.rightdoor.learning.LearnedTexts.Listed;
import org.rightdoor.people.Person.Role;
import org.rightdoor.understand.TrainingText;

class LearnedTextTest {

    private static final Actor DANA = new Actor("Dana", 7L);

    @Test
    void A_mail_teaches_by_its_subject_and_its_text() {
        var learned = learn("Bus 14", "It was late\nagain.", true, "bus-late");

        assertThat(learned.asTrainingText())
                .isEqualTo(TrainingText.corrected("bus-late", "en", "Bus 14 It was late again."));
        assertThat(learned.author).isEqualTo("Dana");
        assertThat(learned.fromTopic).isEqualTo("meal-menu");
    }

    @Test
    void Thanks_automatic_mail_texts_without_words_and_corrections_without_a_topic_teach_nothing() {
        assertThat(learn(null, "Thank you!", false, "bus-late")).isNull();
        assertThat(learn(null, "12345 😀", true, "bus-late")).isNull();
        assertThat(learn(null, "The bus is late", true, null)).isNull();
    }

    @Test
    void A_very_long_text_teaches_by_its_beginning() {
        assertThat(learn(null, "the bus is late ".repeat(500), true, "bus-late").text)
                .hasSizeBetween(900, 1000)
                .endsWith(" bus");
    }

    @Test
    void Only_what_a_child_surely_did_not_write_is_exported() {
        var learned = learn(null, "The bus is late", true, "bus-late");
        assertThat(new Listed(learned, 1, Role.PARENT).mayBeExported()).isTrue();
        assertThat(new Listed(learned, 1, Role.STUDENT).mayBeExported()).isFalse();
        assertThat(new Listed(learned, 1, null).mayBeExported()).isFalse();

        learned.reviewedBy = "Morgan";
        assertThat(new Listed(learned, 1, null).mayBeExported()).isTrue();
        assertThat(new Listed(learned, 1, Role.STUDENT).mayBeExported()).isFalse();
    }

    private static LearnedText learn(String subject, String text, boolean counts, String topic) {
        var contact = new Contact();
        contact.id = 1L;
        contact.subject = subject;
        contact.text = text;
        contact.counts = counts;
        var correction = new Correction(1001, "meal-menu", topic, Correction.Kind.TOPIC_CHANGED, DANA);
        return LearnedText.of(contact, "en", correction).orElse(null);
    }
}
