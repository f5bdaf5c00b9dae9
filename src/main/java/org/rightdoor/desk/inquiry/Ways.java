package org.rightdoor.desk.inquiry;

import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.people.Address;
import org.rightdoor.reply.Destination;

/** By which ways the family of a case can be answered. */
public record Ways(CaseFile file, Texting texting) {

    /**
     * The way the family asked for, else the one it last came, or the next best one when it wants no texts; the case's page
     * when there is no other.
     */
    public Destination usual() {
        var phone = texting.refusal(file.phone()) == null ? file.phone() : null;
        var wanted = file.inquiry().answerBy;
        if (wanted == Channel.SMS && phone != null) return new Destination(Channel.SMS, phone);
        if (wanted == Channel.EMAIL && file.email() != null) return new Destination(Channel.EMAIL, file.email());
        return Destination.backTo(file.latestChannel(), file.email(), phone);
    }

    /** Where a reply by that channel goes; null when the family cannot be reached by it. */
    public Destination by(String channel) {
        return switch (channel) {
            case "SMS" -> file.phone() == null ? null : new Destination(Channel.SMS, file.phone());
            case "EMAIL" -> file.email() == null ? null : new Destination(Channel.EMAIL, file.email());
            case "WEB" -> Destination.CASE_PAGE;
            default -> null;
        };
    }

    /** Why nothing can go by text to somebody who could be texted, or null. */
    public String refusalOfTexts() {
        if (file.phone() == null) return null;
        var refusal = texting.refusal(file.phone());
        return refusal == null ? null : Address.readable(file.phone()) + " " + refusal + ".";
    }

    /** Why a program's answer does not leave though there is a way left, or null: nobody is told of what only the page shows. */
    public String silence() {
        var refusal = refusalOfTexts();
        return refusal == null || usual().channel() != Channel.WEB
                ? null
                : refusal
                        + " No other address is known: call the family, or send it again with channel WEB to leave it on"
                        + " the case page.";
    }
}
