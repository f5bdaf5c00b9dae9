package org.rightdoor.desk.inquiry;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.Deed;
import org.rightdoor.inquiry.Deeds;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.people.People;
import org.rightdoor.portal.Html;
import org.rightdoor.reply.Proposals;

/** Shows one case, and answers forms about it: with the page again and what was typed, or with what was done. */
@ApplicationScoped
class CaseDesk {

    @Inject
    Access access;

    @Inject
    People people;

    @Inject
    Textings textings;

    @Inject
    SuggestedAnswers suggested;

    @Inject
    Deeds deeds;

    @Inject
    Asides asides;

    @Inject
    Proposals proposals;

    @Inject
    ReplyBoxes boxes;

    /** Applies one of the case's verbs as a deed that can be undone. */
    Uni<Response> deed(
            long number, Seat seat, Draft draft, String done, Deed.Kind kind, Function<Inquiry, Event> verb) {
        return deed(number, seat, draft, done, () -> deeds.record(kind, number, seat.actor(), verb));
    }

    /** Does it and goes on, with the way back beside what was done. */
    Uni<Response> deed(long number, Seat seat, Draft draft, String done, Supplier<Uni<Deed>> doing) {
        return answer(number, seat, draft, () -> doing.get().map(deed -> done + "&undo=" + deed.id));
    }

    /** Does what cannot be undone and goes on. */
    Uni<Response> work(long number, Seat seat, Draft draft, String done, Supplier<Uni<Inquiry>> doing) {
        return answer(number, seat, draft, () -> doing.get().replaceWith(done));
    }

    /** What does not work is said beside what was typed. */
    private Uni<Response> answer(long number, Seat seat, Draft draft, Supplier<Uni<String>> doing) {
        return access.demandWork(number, seat)
                .chain(doing::get)
                .chain(done -> access.mayWork(number, seat)
                        .map(still -> Html.seeOther("/desk/inquiries/" + number + "?done=" + done))
                        // What has become confidential does not exist any more for most of those who had it.
                        .onFailure(NotFoundException.class)
                        .recoverWithItem(() -> Html.seeOther("/desk?done=confidential")))
                .onFailure(Seen.Overtaken.class)
                .recoverWithUni(late -> page(
                        409,
                        number,
                        seat,
                        file -> draft.wrong(Meanwhile.told((Seen.Overtaken) late, file, seat)),
                        null))
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

    Uni<Response> page(int status, long number, Seat seat, Function<CaseFile, Draft> draft, CasePages.Done done) {
        return access.open(number, seat)
                .chain(opened -> sheet(opened, seat, draft.apply(opened.file())))
                .chain(sheet -> asides.of(sheet).chain(aside -> boxes.of(sheet).chain(box -> proposals
                        .undoneOf(number)
                        .chain(proposed -> Html.secret(
                                Html.page(status, new CasePages.Case(seat, sheet, box, aside, proposed, done)))))));
    }

    private Uni<Sheet> sheet(Access.Opened opened, Seat seat, Draft draft) {
        var file = opened.file();
        return people.sharingAnAddressWith(file.person().id)
                .chain(sharing -> suggested.forCase(file).chain(fitting -> textings.about(file)
                        .map(texting -> new Sheet(seat, file, sharing, fitting, texting, draft, opened.mayWork()))));
    }

    /** Browsers send lines with \r\n; a database keeps no zero. */
    static String clean(String typed) {
        return typed.replace("\r\n", "\n").replace("\0", "").strip();
    }
}
