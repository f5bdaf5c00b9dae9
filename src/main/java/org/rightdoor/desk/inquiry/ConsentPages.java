package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.people.Address;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.reply.Consent.Wish;
import org.rightdoor.reply.Consents;

/** Staff decide whether a family asked for no more texts, or write down that it did so by voice. */
@Path("/desk/inquiries/{number}/consent")
@RolesAllowed(May.WORK)
@Cancellable(false)
class ConsentPages {

    private static final int LONGEST_WORDS = 500;

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    Consents consents;

    @Inject
    Inquiries inquiries;

    /**
     * @param wish {@code OUT} for no more texts, {@code IN} when a doubtful message did not mean that
     * @param words how it was said; may be left out
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> decide(
            @RestPath long number, @RestForm String phone, @RestForm String wish, @RestForm String words) {
        var seat = seats.now();
        return access.open(number, seat)
                .invoke(opened -> {
                    if (!opened.mayWork()) throw new NotFoundException();
                    demandWish(wish);
                    if (!Textings.numbers(opened.file()).contains(phone)) {
                        throw new BadRequestException("This number does not belong to the case.");
                    }
                })
                .map(opened -> Wish.valueOf(wish))
                .call(decided -> consents.decide(Channel.SMS, phone, decided, said(words, decided), seat.actor()))
                .call(decided ->
                        inquiries.change(number, inquiry -> inquiry.note(note(decided, phone, words), seat.actor())))
                .map(decided -> back(number, decided == Wish.OUT ? "texts-off" : "texts-on"))
                .onFailure(IllegalStateException.class)
                .recoverWithItem(() -> back(number, "texts-decided"));
    }

    private static void demandWish(String wish) {
        if (!"OUT".equals(wish) && !"IN".equals(wish)) {
            throw new BadRequestException("Say whether the family wants texts.");
        }
    }

    private static String said(String words, Wish decided) {
        if (words != null && !words.isBlank()) return cut(words);
        return decided == Wish.OUT ? "Confirmed what the family wrote" : "The family did not mean that";
    }

    private static String note(Wish decided, String phone, String words) {
        var number = Address.readable(phone);
        var what = decided == Wish.OUT
                ? "No more texts to " + number + "."
                : "Texts to " + number + " go on: the family did not ask to stop them.";
        return words == null || words.isBlank() ? what : what + " " + cut(words);
    }

    private static String cut(String words) {
        var clean = words.replace("\0", "").strip();
        return clean.length() <= LONGEST_WORDS ? clean : clean.substring(0, LONGEST_WORDS);
    }

    private static Response back(long number, String done) {
        return Html.seeOther("/desk/inquiries/" + number + "?done=" + done);
    }
}
