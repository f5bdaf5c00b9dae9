package org.rightdoor.portal;

import java.util.List;
import org.rightdoor.answers.AnswerFinder.Match;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.calendar.SchoolCalendar;
import org.rightdoor.routing.Facts;
import org.rightdoor.routing.Priority;
import org.rightdoor.routing.Route;
import org.rightdoor.understand.Reading;

/**
 * What a text that is being typed will probably meet.
 *
 * @param answers approved answers that fit, best first; none for what only a person should answer
 * @param desk who will answer, or null where saying so would be a guess
 * @param pressing true when it may not wait for a desk to open
 */
record Likely(List<AnswerText> answers, Desk desk, boolean pressing) {

    private static final int MOST = 3;

    /** Under this a department is named wrongly too often for a family to trust the next one. */
    private static final double SURE_OF_DESK = 0.6;

    private static final double FITS = 0.2;

    /** An answer that fits so much less than the best is there by chance. */
    private static final double BESIDE_THE_BEST = 0.5;

    // A reading costs time by the word, and who has written so much is not looking for a ready answer.
    private static final int LONGEST = 2_000;

    static Likely of(String typed, String school, Knowledge known, SchoolCalendar calendar, Visit visit) {
        var text = typed.substring(0, Math.min(typed.length(), LONGEST));
        var reading = known.classifier().read(text, visit.chosen() ? visit.language() : null);
        var theirSchool = known.rules().schools().containsKey(school) ? school : null;
        var route = known.rules().route(new Facts(text, reading, "web", theirSchool, null));
        var signals = known.safety().check(text, reading);
        var pressing = !signals.isEmpty() || reading.tone().distress() || route.priority() == Priority.URGENT;
        var forPersons = pressing || known.forbids(text, reading, signals).isPresent();
        var answers = forPersons ? List.<AnswerText>of() : answers(text, reading, theirSchool, known, visit);
        return new Likely(answers, desk(route, theirSchool, known, calendar, visit), pressing);
    }

    private static List<AnswerText> answers(String text, Reading reading, String school, Knowledge known, Visit visit) {
        var today = known.rules().district().today();
        var matches = known.answers().suggestions(text, reading, school, today, MOST);
        var best = matches.stream().mapToDouble(Match::score).findFirst().orElse(0);
        return matches.stream()
                .filter(match -> match.score() >= FITS && match.score() >= BESIDE_THE_BEST * best)
                .map(match -> AnswerText.of(match.answer(), visit))
                .toList();
    }

    private static Desk desk(Route route, String school, Knowledge known, SchoolCalendar calendar, Visit visit) {
        var department = known.rules().departments().get(route.department());
        return department == null || route.confidence() < SURE_OF_DESK
                ? null
                : Desk.of(department, school, calendar, visit);
    }
}
