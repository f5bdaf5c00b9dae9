package org.rightdoor.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.routing.Fault;

/** For administrators: what is connected, which rules are in force, and the way to all other settings. */
@Path("/desk/settings")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.RUN)
@Cancellable(false)
class SettingsPages {

    record Settings(Seat seat, String publicUrl, List<Connection> connections, Rules rules)
            implements TemplateInstance {}

    /** A channel, whether it is connected, and what to set where it is not. */
    record Connection(String name, boolean on, String detail) {}

    /** The rules in force; {@code notice} says what is amiss with the reading of messages, or is null. */
    record Rules(
            String directory,
            int departments,
            int topics,
            int schools,
            int answers,
            String notice,
            List<String> faults) {}

    @Inject
    Seats seats;

    @Inject
    Config config;

    @Inject
    CurrentKnowledge knowledge;

    @GET
    public Uni<Response> settings() {
        var seat = seats.now();
        return Html.page(200, new Settings(seat, config.publicUrl().toString(), connections(), rules(seat)));
    }

    private List<Connection> connections() {
        return List.of(
                new Connection(
                        "Text messages",
                        config.twilio().configured(),
                        config.twilio().configured()
                                ? "From "
                                        + config.twilio()
                                                .messagingServiceSid()
                                                .or(() -> config.twilio().from())
                                                .orElseThrow()
                                : "Set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, and TWILIO_FROM or TWILIO_MESSAGING_SERVICE_SID."),
                new Connection(
                        "Calls",
                        config.twilio().configured(),
                        config.twilio().configured()
                                ? config.voice()
                                        .forwardTo()
                                        .map(number -> "Ring at " + number + " in open hours, else the voicemail")
                                        .orElse("Voicemail; RIGHTDOOR_VOICE_FORWARD_TO rings in open hours")
                                : "Set up text messages, and let Twilio's number ask /webhooks/twilio/voice."),
                new Connection(
                        "E-mail out",
                        config.mail().smtpUrl().isPresent(),
                        config.mail().smtpUrl().isPresent() ? "Sent over SMTP" : "Set RIGHTDOOR_SMTP_URL."),
                new Connection(
                        "E-mail in",
                        config.mail().imapUrl().isPresent(),
                        config.mail()
                                .imapUrl()
                                .map(mailboxes -> mailboxes.size() == 1 ? "1 mailbox" : mailboxes.size() + " mailboxes")
                                .orElse("Set RIGHTDOOR_IMAP_URL, or post mails to /webhooks/email.")),
                new Connection(
                        "JSON interface for programs",
                        true,
                        config.apiKey().isPresent()
                                ? "RIGHTDOOR_API_KEY is set, and may do everything"
                                : "Each program by a key of its own"));
    }

    private Rules rules(Seat seat) {
        var rules = seat.rules();
        return new Rules(
                config.rules().toString(),
                rules.departments().size(),
                rules.topics().size(),
                rules.schools().size(),
                knowledge.now().answers().all().size(),
                knowledge.now().classifier().meaning().notice(),
                knowledge.faults().stream().map(Fault::toString).toList());
    }
}
