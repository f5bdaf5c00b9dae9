package org.rightdoor.desk.answers;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.AnswerStanding;
import org.rightdoor.answers.GivenAnswers;
import org.rightdoor.answers.TrackRecord;
import org.rightdoor.desk.Seat;

/**
 * An approved answer as staff see it.
 *
 * @param history its standings, the latest first; empty while it stands as it was written down
 * @param onItsPage what the readers of its page said
 * @param versions the texts that were given, the latest first
 */
record AnswerCard(
        Seat seat,
        Answer answer,
        List<AnswerStanding> history,
        TrackRecord record,
        TrackRecord onItsPage,
        List<GivenAnswers.Version> versions) {

    /** Within these days somebody should look whether it still holds. */
    private static final int SOON_DAYS = 60;

    /** One language; the text is null where it is missing. */
    record Tongue(String code, String name, String text, List<String> questions, boolean unread) {}

    public String department() {
        return seat.rules().topics().get(answer.topic()).department();
    }

    public String question() {
        return question(answer);
    }

    static String question(Answer answer) {
        return AnswerForm.languages(answer).stream()
                .map(language -> answer.questions().getOrDefault(language, List.of()))
                .filter(questions -> !questions.isEmpty())
                .findFirst()
                .map(questions -> questions.get(0))
                .orElse(answer.id());
    }

    /** Whether it is given by itself. */
    public boolean automatic() {
        return history.isEmpty() ? answer.automatic() : history.get(0).automatic;
    }

    public boolean expired() {
        return answer.hasExpired(today());
    }

    public boolean expiresSoon() {
        return !expired() && answer.hasExpired(today().plusDays(SOON_DAYS));
    }

    /** How often it fitted, in words. */
    public String cases() {
        var all = record.hits() + record.misses();
        return all == 0 ? "Nobody has said yet whether it fits" : "Fitted " + record.hits() + " of " + all + " cases";
    }

    /** What those say who read its page, in words; empty while nobody has. */
    public String readers() {
        var all = onItsPage.hits() + onItsPage.misses();
        return all == 0 ? "" : "helped " + onItsPage.hits() + " of " + all + " readers of its page";
    }

    /** All languages in which there is a text or a question, English first. */
    public List<Tongue> tongues() {
        return AnswerForm.languages(answer).stream()
                .map(code -> new Tongue(
                        code,
                        seat.languageName(code),
                        answer.text().byLanguage().get(code),
                        answer.questions().getOrDefault(code, List.of()),
                        answer.text().isUnreviewed(code)))
                .toList();
    }

    /** The codes of those languages. */
    public String languages() {
        return String.join(" ", AnswerForm.languages(answer));
    }

    /** For whom it is, or empty when it is for everybody. */
    public String onlyFor() {
        return onlyFor(seat, answer);
    }

    static String onlyFor(Seat seat, Answer answer) {
        var schools = answer.schools().stream().map(seat::schoolName).sorted();
        return String.join(
                ", ",
                Stream.concat(schools, answer.audience().stream().sorted()).toList());
    }

    private LocalDate today() {
        return seat.rules().district().today();
    }
}
