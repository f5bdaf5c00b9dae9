package org.rightdoor.channel.email;

import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.rightdoor.people.Address;

/** A family's mail program on the screen, in the demo: what it writes leaves by SMTP like any mail. */
@Path("/demo/mailbox")
@Produces(MediaType.TEXT_HTML)
public class DemoMailboxPages {

    /** Somebody to be. */
    record Family(String name, String address) {}

    private static final List<Family> FAMILIES = List.of(
            new Family("Grace Kim", "grace.kim@home.example"),
            new Family("Ana Ruiz", "ana.ruiz@home.example"),
            new Family("Marcus Hill", "marcus.hill@home.example"),
            new Family("Fatima Haddad", "fatima.haddad@home.example"));

    /** A mail being written; what was typed stays when it cannot be sent. */
    record Draft(String name, String address, String subject, String text, String inReplyTo) {}

    record mailbox(List<Family> families, String district, Draft draft, List<DemoMail> mails, String error)
            implements TemplateInstance {}

    @Inject
    DemoPostOffice postOffice;

    @Inject
    DemoLetterbox letterbox;

    /** @param replyTo Message-ID of the mail that is being answered, or null */
    @GET
    public TemplateInstance show(@QueryParam("as") String as, @QueryParam("reply-to") String replyTo) {
        requireDemo();
        var address = Address.email(as).orElse(FAMILIES.get(0).address());
        var answered = letterbox.of(address).stream()
                .filter(mail -> mail.id().equals(replyTo))
                .findFirst();
        var subject = answered.map(DemoMail::answerSubject).orElse("");
        var error = as == null || Address.email(as).isPresent() ? null : "“" + as + "” is not an e-mail address.";
        return page(new Draft(name(address), address, subject, "", answered.isPresent() ? replyTo : ""), error);
    }

    @POST
    public Response write(
            @FormParam("name") String name,
            @FormParam("address") String address,
            @FormParam("subject") String subject,
            @FormParam("text") String text,
            @FormParam("in-reply-to") String inReplyTo) {
        requireDemo();
        var draft = new Draft(typed(name), typed(address), typed(subject), typed(text), typed(inReplyTo));
        var email = Address.email(draft.address());
        if (email.isEmpty())
            return notSent(Status.BAD_REQUEST, draft, "“" + draft.address() + "” is not an e-mail address.");
        try {
            letterbox.send(draft);
        } catch (MessagingException failure) {
            Log.warn("The demo's mail server did not take a mail", failure);
            return notSent(Status.BAD_GATEWAY, draft, "Not sent: " + failure.getMessage());
        }
        return Response.seeOther(UriBuilder.fromPath("/demo/mailbox")
                        .queryParam("as", "{address}")
                        .build(email.get()))
                .build();
    }

    private Response notSent(Status status, Draft draft, String error) {
        return Response.status(status).entity(page(draft, error)).build();
    }

    private TemplateInstance page(Draft draft, String error) {
        var mails = Address.email(draft.address()).map(letterbox::of).orElse(List.of());
        return new mailbox(FAMILIES, DemoPostOffice.DISTRICT, draft, mails, error);
    }

    private static String name(String address) {
        return FAMILIES.stream()
                .filter(family -> family.address().equals(address))
                .map(Family::name)
                .findFirst()
                .orElse("");
    }

    private static String typed(String field) {
        return field == null ? "" : field;
    }

    private void requireDemo() {
        if (!postOffice.isOpen()) throw new NotFoundException();
    }
}
