package org.rightdoor.desk.inquiry;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rightdoor.calendar.Promises;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.DuePages;
import org.rightdoor.desk.Seat;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.people.People;
import org.rightdoor.portal.Html;
import org.rightdoor.reply.Bounces;
import org.rightdoor.reply.Proposals;

/** Shows one case, and answers forms about it: with the page again and what was typed, or with what was done. */
@ApplicationScoped
class CaseDesk {

    @Inject
    Access access;

    @Inject
    Inquiries inquiries;

    @Inject
    People people;

    @Inject
    Textings textings;

    @Inject
    SuggestedAnswers suggested;

    @Inject
    Bounces bounces;

    @Inject
    Promises promises;

    @Inject
    Proposals proposals;

    @Inject
    ReplyBoxes boxes;

    /** Applies one of the case's verbs. */
    Uni<Response> change(long number, Seat seat, Draft draft, String done, Function<Inquiry, Event> verb) {
        return work(number, seat, draft, done, () -> inquiries.change(number, verb));
    }

    /** Does it and goes on; what does not work is said beside what was typed. */
    Uni<Response> work(long number, Seat seat, Draft draft, String done, Supplier<Uni<Inquiry>> deed) {
        return access.demandWork(number, seat)
                .chain(deed::get)
                .map(inquiry -> Html.seeOther("/desk/inquiries/" + number + "?done=" + done))
                .onFailure(IllegalStateException.class)
                .recoverWithUni(misuse -> page(409, number, seat, file -> draft.wrong(misuse.getMessage()), null))
                .onFailure(failure -> !(failure instanceof WebApplicationException))
                .recoverWithUni(failure -> {
                    Log.errorf(failure, "Case %d could not be changed; staff were told to try again", number);
                    return Html.page(503, new CasePages.Unsent(seat, number, draft));
                });
    }

    /** The page with what was typed, and what is wrong with it. */
    Uni<Response> wrong(long number, Seat seat, Draft draft, String why) {
        return page(422, number, seat, file -> draft.wrong(why), null);
    }

    Uni<Response> page(int status, long number, Seat seat, Function<CaseFile, Draft> draft, String done) {
        return access.open(number, seat)
                .chain(opened -> people.sharingAnAddressWith(opened.file().person().id)
                        .chain(sharing -> suggested.forCase(opened.file()).chain(fitting -> textings.about(
                                        opened.file())
                                .map(texting -> new Sheet(
                                        seat,
                                        opened.file(),
                                        sharing,
                                        fitting,
                                        texting,
                                        draft.apply(opened.file()),
                                        opened.mayWork())))))
                .chain(sheet -> bounces.failing(sheet.emails()).chain(failing -> promises.runningOf(number)
                        .map(running -> running.stream()
                                .map(promise -> new DuePages.Line(promise, DuePages.what(promise)))
                                .toList())
                        .chain(running -> boxes.of(sheet).chain(box -> proposals
                                .undoneOf(number)
                                .chain(undone -> Html.secret(Html.page(
                                        status,
                                        new CasePages.Case(seat, sheet, box, running, failing, undone, done))))))));
    }

    /** Browsers send lines with \r\n; a database keeps no zero. */
    static String clean(String typed) {
        return typed.replace("\r\n", "\n").replace("\0", "").strip();
    }
}
