package org.rightdoor.desk.inquiry;

import java.util.List;
import java.util.Objects;
import org.rightdoor.channel.sms.PlainCharacters;
import org.rightdoor.channel.sms.Segments;
import org.rightdoor.people.Address;
import org.rightdoor.reply.Consent;
import org.rightdoor.reply.Consent.Wish;

/**
 * What staff should know before they text a family.
 *
 * @param said all that was said about texts to the numbers of the case, newest first
 * @param resting true in the quiet hours
 * @param signature the line that is put under a reply
 * @param longest in segments; what is longer is cut, with the link to the case
 */
public record Texting(List<Consent> said, boolean resting, String signature, int longest) {

    /** The numbers about which somebody has to decide. */
    public List<Consent> doubts() {
        return said.stream()
                .filter(line -> line.wish == Wish.IN_DOUBT && line == latest(line.address))
                .toList();
    }

    /** Why nobody may text that number, or null. */
    public String refusal(String phone) {
        var latest = latest(phone);
        if (latest == null || latest.wish == Wish.IN) return null;
        return latest.wish == Wish.OUT ? "has opted out of texts" : "may want no more texts: decide that first";
    }

    boolean isInDoubt(String phone) {
        var latest = latest(phone);
        return latest != null && latest.wish == Wish.IN_DOUBT;
    }

    /** What a line of the ledger says to a reader. */
    public String inWords(Consent line) {
        var number = Address.readable(line.address);
        return switch (line.wish) {
            case OUT -> "No texts to " + number;
            case IN -> "Texts to " + number + " again";
            case IN_DOUBT -> "No texts to " + number + "?";
        };
    }

    /** Who says so: {@code Family}, a colleague, or the carrier. */
    public String source(Consent line) {
        return line.source == Consent.Source.CARRIER ? "Twilio" : line.actor;
    }

    /** How many messages a reply would be. */
    public Segments segments(String reply) {
        return Segments.of(PlainCharacters.of(reply.strip()) + "\n" + signature);
    }

    /** How long a reply would be as a text; the page's script says it in the same words. */
    public String length(String reply) {
        var segments = segments(reply);
        if (segments.count() > longest) return tooLong();
        return segments.count() == 1 ? one() : many().replace("#", Integer.toString(segments.count()));
    }

    public String one() {
        return "As a text: 1 message";
    }

    public String many() {
        return "As a text: # messages";
    }

    public String tooLong() {
        return "Too long for a text: the family gets the beginning and a link to the whole";
    }

    private Consent latest(String phone) {
        return said.stream()
                .filter(line -> Objects.equals(line.address, phone))
                .findFirst()
                .orElse(null);
    }
}
