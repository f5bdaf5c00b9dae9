package org.rightdoor.desk.writing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.channel.sms.OutgoingText;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.people.May;
import org.rightdoor.understand.Reading.Kind;

/** Says how an answer reads while it is being written. */
@Path("/desk/inquiries/{number}/advice")
@RolesAllowed(May.WORK)
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
class AdvicePages {

    /** In characters; of what is longer only the beginning is looked at. */
    private static final int LONGEST = 20_000;

    /**
     * @param grade how hard it is to read, in words; empty where that cannot be told
     * @param cut what the family would read on its telephone, where that is not the whole; else null
     */
    record Said(String grade, List<String> hints, String cut) {}

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    Inquiries inquiries;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    OutgoingText texts;

    @Inject
    Vertx vertx;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Said> advise(@RestPath long number, @RestForm String text) {
        var written = Writing.of(text).text();
        var looked = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
        return access.demandWork(number, seats.now())
                .chain(() -> inquiries.find(number))
                .chain(inquiry -> inquiries
                        .wholeLink(number)
                        .chain(link -> vertx.executeBlocking(() -> advise(inquiry, looked, link.token), false)));
    }

    private Said advise(Inquiry inquiry, String text, String token) {
        var known = knowledge.now();
        if (text.isBlank()) return new Said("", List.of(), null);
        var language = known.classifier().read(text).language();
        var worried = inquiry.distress || inquiry.kind == Kind.CONCERN || inquiry.kind == Kind.COMPLAINT;
        var advice = Advice.on(text, language, worried, known.rules().plainWords());
        var onPhone = texts.preview(text, inquiry.language, inquiry.department, inquiry.number, token);
        var isCut = onPhone.contains("/cases/" + token) && !text.contains(token);
        return new Said(advice.grade(), advice.hints(), isCut ? onPhone : null);
    }
}
