package org.rightdoor.desk.settings;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.Config;
import org.rightdoor.channel.email.StaffMail;
import org.rightdoor.desk.Seat;
import org.rightdoor.people.Staff;

/** The links by which staff set their password, by mail and to be handed over. */
@ApplicationScoped
class Invitations {

    private static final String TEXT =
            """
            Hello %s,

            %s has added you to the staff who answer families of %s.
            Set your password here; the link works once, and for a few days:

            %s

            After that you log in with %s at %s/login
            """;

    /** @param fault why the mail did not leave, or null */
    record Sent(String name, String email, String link, String fault) {}

    @Inject
    Config config;

    @Inject
    StaffMail mail;

    Uni<Sent> send(Staff invited, Seat by) {
        var link = config.publicUrl() + "/welcome/" + invited.invitation;
        var text = TEXT.formatted(
                invited.name, by.staff().name, by.districtName(), link, invited.email, config.publicUrl());
        var sent = config.mail().smtpUrl().isPresent()
                ? mail.send(invited.email, "Your log-in for " + by.districtName(), text)
                : Uni.createFrom().item("RIGHTDOOR_SMTP_URL is not set.");
        return sent.map(fault -> new Sent(invited.name, invited.email, link, fault));
    }
}
