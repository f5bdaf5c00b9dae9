package org.rightdoor.safety;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.rightdoor.inquiry.Channel;

/** One message to a member of staff about an alert; it holds no word of the family's. */
@Entity
public class AlertNotice {

    public enum State {
        QUEUED,
        CLAIMED,
        SENT,
        FAILED
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long alertId;
    public long staffId;

    @Enumerated(EnumType.STRING)
    public Channel channel;

    /** E-mail address or telephone number. */
    public String address;

    /** Secret of the link by which this person says to have it. */
    public String token;

    @Enumerated(EnumType.STRING)
    public State state = State.QUEUED;

    public int attempts;
    public Instant createdAt;
    public Instant nextTryAt;
    public Instant claimedAt;
    public Instant sentAt;

    /** Why it did not leave, in words for staff; null while nothing went wrong. */
    public String error;

    static AlertNotice of(Alert alert, long staffId, Channel channel, String address) {
        var notice = new AlertNotice();
        notice.alertId = alert.id;
        notice.staffId = staffId;
        notice.channel = channel;
        notice.address = address;
        notice.token = secret();
        notice.createdAt = Instant.now();
        notice.nextTryAt = notice.createdAt;
        return notice;
    }

    private static String secret() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
