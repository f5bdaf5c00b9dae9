package org.rightdoor.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** What a family says of the help it had with a case: one tap, to which it may add. Once a case. */
@Entity
public class Rating {

    public static final int LEAST = 1;
    public static final int MOST = 5;

    /** In characters. */
    public static final int LONGEST_COMMENT = 2000;

    @Id
    public long inquiryNumber;

    /** How courteous we were, {@link #LEAST} to {@link #MOST}. */
    public int courtesy;

    /** Whether the matter is settled; null while the family has not said. */
    public Boolean solved;

    public String comment = "";

    public Instant at;

    /** @throws IllegalArgumentException outside {@link #LEAST} to {@link #MOST} */
    static Rating of(long inquiryNumber, int courtesy) {
        if (courtesy < LEAST || courtesy > MOST) {
            throw new IllegalArgumentException("Courtesy goes from 1 to 5, not to " + courtesy);
        }
        var rating = new Rating();
        rating.inquiryNumber = inquiryNumber;
        rating.courtesy = courtesy;
        rating.at = Instant.now();
        return rating;
    }

    /** What was said stays; only what was not said yet is added. */
    void add(Boolean isSolved, String words) {
        if (solved == null) solved = isSolved;
        if (comment.isEmpty()) comment = words.strip();
    }

    public boolean isComplete() {
        return solved != null && !comment.isEmpty();
    }

    /** A comment as long as one may be. */
    public static String shortened(String comment) {
        var most = Math.min(comment.codePointCount(0, comment.length()), LONGEST_COMMENT);
        return comment.substring(0, comment.offsetByCodePoints(0, most));
    }
}
