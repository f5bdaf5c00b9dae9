package org.rightdoor.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** What a family says of the help it had with a case: one tap, to which it may add. Once a case. */
@Entity
public class Survey {

    public static final int LEAST = 1;
    public static final int MOST = 5;

    /** In characters. */
    public static final int LONGEST_COMMENT = 2000;

    /**
     * What is said at one time; whatever is null was not said.
     *
     * @param courtesy how courteous we were, {@link #LEAST} to {@link #MOST}
     * @param timeliness how timely, in the same way
     * @param solved whether the matter is settled
     * @param heard whether the family felt heard
     */
    public record Said(Integer courtesy, Integer timeliness, Boolean solved, Boolean heard, String comment) {

        /** @throws IllegalArgumentException outside {@link #LEAST} to {@link #MOST} */
        public Said {
            demandScale("Courtesy", courtesy);
            demandScale("Timeliness", timeliness);
            comment = comment == null ? "" : shortened(comment.strip());
        }

        public static Said courtesy(int courtesy) {
            return new Said(courtesy, null, null, null, "");
        }

        public boolean isEmpty() {
            return courtesy == null && timeliness == null && solved == null && heard == null && comment.isEmpty();
        }

        private static void demandScale(String measure, Integer value) {
            if (value != null && (value < LEAST || value > MOST)) {
                throw new IllegalArgumentException(measure + " goes from 1 to 5, not to " + value);
            }
        }
    }

    @Id
    public long inquiryNumber;

    /** Opens the questions and nothing else of the case; null where nobody was asked. */
    public String token;

    /** When the family was asked; null where it was not. */
    public Instant sentAt;

    /** The message that asked, or null. */
    public Long replyId;

    /** Why nobody was asked, or null. */
    public String withheld;

    /** When the first word was said; null before. */
    public Instant answeredAt;

    public Integer courtesy;
    public Integer timeliness;
    public Boolean solved;
    public Boolean heard;
    public String comment = "";

    /** For the family of a settled case, which is about to be asked. */
    public static Survey asking(long inquiryNumber) {
        var survey = of(inquiryNumber);
        survey.token = CaseLink.newToken();
        return survey;
    }

    static Survey of(long inquiryNumber) {
        var survey = new Survey();
        survey.inquiryNumber = inquiryNumber;
        return survey;
    }

    /**
     * What was said stays; only what was not said yet is added.
     *
     * @return true when the matter is said not to be settled, for the first time
     */
    boolean add(Said said) {
        if (said.isEmpty()) return false;
        if (answeredAt == null) answeredAt = Instant.now();
        if (courtesy == null) courtesy = said.courtesy();
        if (timeliness == null) timeliness = said.timeliness();
        if (heard == null) heard = said.heard();
        if (comment.isEmpty()) comment = said.comment();
        var isNews = solved == null && Boolean.FALSE.equals(said.solved());
        if (solved == null) solved = said.solved();
        return isNews;
    }

    public boolean isAnswered() {
        return answeredAt != null;
    }

    public boolean isComplete() {
        return courtesy != null && timeliness != null && solved != null && heard != null && !comment.isEmpty();
    }

    /** A comment as long as one may be. */
    private static String shortened(String comment) {
        var most = Math.min(comment.codePointCount(0, comment.length()), LONGEST_COMMENT);
        return comment.substring(0, comment.offsetByCodePoints(0, most));
    }
}
