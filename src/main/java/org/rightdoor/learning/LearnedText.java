package org.rightdoor.learning;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Contact;
import org.rightdoor.understand.TrainingText;

/** The words of a contact and the topic that staff gave them. Never edited: a newer one takes its place. */
@Entity
public class LearnedText {

    /** In characters; a message says what it is about at its beginning. */
    private static final int LONGEST = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long contactId;

    /** One line, as {@link TrainingText#line} makes it. */
    public String text;

    /** Two-letter code, or {@code und}. */
    public String language;

    /** Key of the topic it was held to be about, or null. */
    public String fromTopic;

    /** Key of the topic it is about. */
    public String topic;

    @Enumerated(EnumType.STRING)
    public Correction.Kind kind;

    public Instant at;

    /** Name of who corrected, as people read it. */
    public String author;

    public Long staffId;

    /** Name of the administrator who read this text and found that it may be exported, or null. */
    public String reviewedBy;

    /** Number of the model version that was refused or taken back with this text in it, or null. */
    public Long setAsideBy;

    public Instant removedAt;

    /** Name of who removed it, or null while it is there. */
    public String removedBy;

    /** Empty where there is nothing to learn: no topic, no words, mere thanks, or mail that no person wrote. */
    static Optional<LearnedText> of(Contact contact, String language, Correction correction) {
        var subject = contact.subject == null ? "" : contact.subject + "\n";
        var line = TrainingText.line(subject + contact.text, LONGEST);
        if (correction.topic() == null || !contact.counts || line.isEmpty()) return Optional.empty();
        var learned = new LearnedText();
        learned.contactId = contact.id;
        learned.text = line;
        learned.language = language;
        learned.fromTopic = correction.fromTopic();
        learned.topic = correction.topic();
        learned.kind = correction.kind();
        learned.at = Instant.now();
        learned.author = correction.by().name();
        learned.staffId = correction.by().staffId();
        return Optional.of(learned);
    }

    /** From now on it teaches nothing. */
    void remove(Actor by) {
        removedAt = Instant.now();
        removedBy = by.name();
    }

    boolean saysTheSame(LearnedText other) {
        return topic.equals(other.topic) && setAsideBy == null;
    }

    public TrainingText asTrainingText() {
        return TrainingText.corrected(topic, language, text);
    }
}
