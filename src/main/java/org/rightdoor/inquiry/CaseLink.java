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

    /** False when it shows only the contacts that were written through it. */
    public boolean whole;

    public Instant createdAt;

    /** Since when it opens nothing, or null. */
    public Instant revokedAt;

    /** A new link to a case that has its number already. */
    public static CaseLink to(Inquiry inquiry, boolean whole) {
        var link = new CaseLink();
        link.token = newToken();
        link.inquiryNumber = inquiry.number;
        link.whole = whole;
        link.createdAt = Instant.now();
        return link;
    }

    static String newToken() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
