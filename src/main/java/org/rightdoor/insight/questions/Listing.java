package org.rightdoor.insight.questions;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rightdoor.desk.Seat;

/**
 * What the page of questions shows.
 *
 * @param days that are looked at
 * @param families questions of families without an approved answer
 * @param staff the same of members of staff: what to train them in
 * @param answers what the published ones have brought
 * @param causes for who leads a department
 */
record Listing(
        Seat seat,
        int days,
        List<Recurring> families,
        List<Recurring> staff,
        List<Saved> answers,
        List<RootCause> causes) {

    public boolean isEmpty() {
        return families.isEmpty() && staff.isEmpty() && answers.isEmpty() && causes.isEmpty();
    }

    /** Cases whose words or names are shown. */
    List<Long> quoted() {
        return Stream.of(
                        families.stream().map(Recurring::number),
                        staff.stream().map(Recurring::number),
                        causes.stream().map(RootCause::number))
                .flatMap(Function.identity())
                .toList();
    }

    /** True where the one who looks may write an answer about that. */
    public boolean mayDraft(Recurring question) {
        return seat.works()
                && seat.rules().topics().containsKey(question.topic())
                && seat.staff().maySee(seat.rules().department(question.topic()));
    }
}
