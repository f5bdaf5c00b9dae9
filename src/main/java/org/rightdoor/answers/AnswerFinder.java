package org.rightdoor.answers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rightdoor.understand.Reading;

/** Finds the approved answers that fit a message, and says when one may be given without a person. */
public final class AnswerFinder {

    /** An answer and how well it fits, 0 to 1. */
    public record Match(Answer answer, double score) {}

    private final List<Answer> answers;

    public AnswerFinder(List<Answer> answers) {
        this.answers = List.copyOf(answers);
    }

    public List<Answer> all() {
        return answers;
    }

    /** The answer to give at once, if it is sure. */
    public Optional<Match> sure(String text, Reading reading, LocalDate today) {
        return Optional.empty();
    }

    /** The answers that fit best, best first. */
    public List<Match> suggestions(String text, Reading reading, LocalDate today, int limit) {
        return List.of();
    }
}
