package org.rightdoor.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/**
 * A secret link that opens one case. Somebody who only says to be a person we know, by typing that person's address into
 * a form, gets a link that shows no more than what was written through it.
 */
@Entity
public class CaseLink {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    /** 128 random bits, URL-safe. */
    @Id
    public String token;

    public long inquiryNumber;

    /** The only contact this link shows, or null when it opens the whole case. */
    public Long onlyContact;

    public Instant createdAt;

    static CaseLink toWhole(Inquiry inquiry) {
        var link = new CaseLink();
        link.token = newToken();
        link.inquiryNumber = inquiry.number;
        link.createdAt = Instant.now();
        return link;
    }

    static CaseLink toContact(Contact contact) {
        var link = new CaseLink();
        link.token = newToken();
        link.inquiryNumber = contact.inquiryNumber;
        link.onlyContact = contact.id;
        link.createdAt = Instant.now();
        return link;
    }

    private static String newToken() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
