package org.rightdoor.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What a mail brought beside its words and files; kept with the contact it is. */
@Entity
public class Letter {

    /** The contact's; null until that is stored. */
    @Id
    public Long contactId;

    /** Signature and earlier mails that stood around the new words; empty when there were none. */
    public String quoted = "";

    /** The mail's HTML, reduced to what can neither run nor load anything; null when it came without. */
    public String formatted;

    /** How many pictures on other sites the HTML wanted to load. */
    public int remotePictures;

    /** By what it can be told that no person wrote it, in words for staff; null for a person's mail. */
    public String automatic;

    /** What our mail server found about the sender, such as "SPF pass, DKIM pass, DMARC pass"; null when it did not say. */
    public String senderCheck;

    /** True when somebody wrote into the case who had no part in it before. */
    public boolean stranger;

    /** True when the sender's address is probably forged. */
    public boolean forged() {
        return senderCheck != null && senderCheck.contains("DMARC fail");
    }
}
