package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.desk.Seat;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.Deeds;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inbox;
import org.rightdoor.inquiry.InboxRow;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Sight;

/** Looks at selected cases before anything is done to them: the same guards say what would be refused. */
@ApplicationScoped
class Selections {

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inbox inbox;

    @Inject
    CaseFiles caseFiles;

    @Inject
    Textings textings;

    /** What the verb would do to which of the cases; nothing is changed. */
    Uni<Selection> tried(List<Long> numbers, Seat seat, Function<Inquiry, Event> verb) {
        return looked(numbers, seat, loose -> {
            verb.apply(loose);
            return "";
        });
    }

    /** To which of the families an answer would go, and by which way. */
    Uni<Selection> answered(List<Long> numbers, BulkChoice.Shown seen, Seat seat) {
        return looked(numbers, seat, loose -> {
                    seen.demandUnwritten(loose);
                    return "";
                })
                .chain(selection -> Deeds.inOrder(
                                selection.touched(), each -> way(each.row().number()))
                        .map(ways -> {
                            var touched = new ArrayList<Selection.Touched>();
                            var leftOut = new ArrayList<>(selection.leftOut());
                            for (var i = 0; i < ways.size(); i++) {
                                var row = selection.touched().get(i).row();
                                var way = ways.get(i);
                                if (way.refusal() == null) touched.add(new Selection.Touched(row, way.name()));
                                else leftOut.add(new Selection.LeftOut(row, way.refusal()));
                            }
                            return new Selection(touched, leftOut, selection.unknown());
                        }));
    }

    private record Way(String name, String refusal) {}

    private Uni<Way> way(long number) {
        return caseFiles.find(number).chain(file -> textings.about(file).map(texting -> {
            var ways = new Ways(file, texting);
            if (ways.silence() != null) return new Way("", ways.refusalOfTexts());
            return new Way(
                    switch (ways.usual().channel()) {
                        case SMS -> "by text";
                        case EMAIL -> "by e-mail";
                        default -> "on the case page only";
                    },
                    null);
        }));
    }

    private Uni<Selection> looked(List<Long> numbers, Seat seat, Function<Inquiry, String> trial) {
        var sight = Sight.of(seat.staff());
        return inbox.rows(numbers, sight).chain(rows -> inbox.workable(numbers, sight)
                .chain(workable -> loose(workable).map(cases -> {
                    var touched = new ArrayList<Selection.Touched>();
                    var leftOut = new ArrayList<Selection.LeftOut>();
                    for (var row : rows) {
                        var refusal = refusal(row, cases.get(row.number()), trial);
                        if (refusal == null) touched.add(new Selection.Touched(row, ""));
                        else leftOut.add(new Selection.LeftOut(row, refusal));
                    }
                    return new Selection(touched, leftOut, numbers.size() - rows.size());
                })));
    }

    private static String refusal(InboxRow row, Inquiry loose, Function<Inquiry, String> trial) {
        if (loose == null) return "You handed it over and can only read it.";
        if (loose.mergedInto != null) return "It has become part of case #" + loose.mergedInto + ".";
        try {
            trial.apply(loose);
            return null;
        } catch (IllegalStateException refused) {
            return refused.getMessage();
        }
    }

    // Outside of a transaction and of their session nobody stores what is tried on them.
    private Uni<Map<Long, Inquiry>> loose(List<Long> numbers) {
        if (numbers.isEmpty()) return Uni.createFrom().item(Map.of());
        return sessions.withStatelessSession(session -> session.createSelectionQuery(
                        "from Inquiry where number in :numbers", Inquiry.class)
                .setParameter("numbers", numbers)
                .getResultList()
                .map(all -> all.stream().collect(Collectors.toMap(inquiry -> inquiry.number, inquiry -> inquiry))));
    }
}
