package org.rightdoor.desk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.AnswerStanding;
import org.rightdoor.answers.GivenAnswers;
import org.rightdoor.answers.TrackRecord;

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

    /** One language; the text is null where it is missing. */
    record Tongue(String code, String name, String text, List<String> questions) {}

    public String department() {
        return seat.rules().topics().get(answer.topic()).department();
    }

    public String question() {
        return tongues().get(0).questions().isEmpty()
                ? answer.id()
                : tongues().get(0).questions().get(0);
    }

    /** Whether it is given by itself. */
    public boolean automatic() {
        return history.isEmpty() ? answer.automatic() : history.get(0).automatic;
    }

    public boolean expired() {
        return answer.expires().isBefore(LocalDate.now(seat.rules().district().timeZone()));
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
        var texts = answer.text().byLanguage();
        return Stream.concat(texts.keySet().stream(), answer.questions().keySet().stream())
                .distinct()
                .sorted(Comparator.comparing((String code) -> !code.equals("en"))
                        .thenComparing(code -> code))
                .map(code -> new Tongue(
                        code,
                        seat.languageName(code),
                        texts.get(code),
                        answer.questions().getOrDefault(code, List.of())))
                .toList();
    }

    /** For whom it is, or empty when it is for everybody. */
    public String onlyFor() {
        var schools = answer.schools().stream().map(seat::schoolName).sorted();
        return String.join(
                ", ",
                Stream.concat(schools, answer.audience().stream().sorted()).toList());
    }
}
