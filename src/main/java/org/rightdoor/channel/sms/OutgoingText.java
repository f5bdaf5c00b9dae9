package org.rightdoor.channel.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.Outgoing;
import org.rightdoor.routing.Spoken;

/** Writes a reply as a family reads it on its telephone, and knows when telephones rest. */
@ApplicationScoped
public class OutgoingText {

    /** Twilio refuses more than ten segments, which is 1,600 characters. */
    private static final int MOST_SEGMENTS = 10;

    @Inject
    Config config;

    @Inject
    CurrentKnowledge knowledge;

    String of(Outgoing message) {
        var signature =
                message.automatic() ? "" : signature(message.language(), message.department(), message.inquiryNumber());
        var link = PublicAddress.of(config, "/cases/" + message.token());
        return TextBody.of(
                PlainCharacters.of(message.text()),
                signature,
                PlainCharacters.of(endings(message.language()).wayToTheRest(link)),
                longest());
    }

    /**
     * What a family would read of a reply that staff are writing.
     *
     * @param token of the link that opens the case
     */
    public String preview(String reply, String language, String department, long inquiryNumber, String token) {
        return of(new Outgoing(
                0L,
                inquiryNumber,
                Channel.SMS,
                null,
                null,
                reply.strip(),
                language,
                department,
                token,
                null,
                false,
                0));
    }

    /** The last line under what staff write: who writes, about which case. */
    public String signature(String language, String department, long inquiryNumber) {
        var rules = knowledge.now().rules();
        var name = rules.departments().get(department).name();
        return PlainCharacters.of(
                endings(language).signature(rules.district().shortName(), name.in(language), inquiryNumber));
    }

    /** In segments; what is longer is cut, with the link to the case. */
    public int longest() {
        return Math.min(config.twilio().longestText(), MOST_SEGMENTS);
    }

    /** True in the quiet hours by the district's clocks. */
    public boolean isResting() {
        var clock = Instant.now().atZone(knowledge.now().rules().district().timeZone());
        return isWithin(
                clock.toLocalTime(),
                config.twilio().quietFrom(),
                config.twilio().quietUntil());
    }

    /** The hours may pass midnight; the same time twice means none at all. */
    static boolean isWithin(LocalTime now, LocalTime from, LocalTime until) {
        var afterStart = !now.isBefore(from);
        var beforeEnd = now.isBefore(until);
        if (from.equals(until)) return false;
        return from.isBefore(until) ? afterStart && beforeEnd : afterStart || beforeEnd;
    }

    private static Endings endings(String language) {
        return Spoken.in(language, Endings.class);
    }
}
