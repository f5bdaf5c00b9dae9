package org.rightdoor.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one question a family may be asked: for which of two departments is this? It waits at the front desk meanwhile. */
@Entity
public class Clarification {

    /** What is texted back for "neither". */
    public static final String NEITHER = "";

    private static final Pattern NUMBER =
            Pattern.compile("(?iu)\\W*(?:option|opci[oó]n|number|n[uú]mero|no\\.?)?\\W*([123])\\W*");

    @Id
    public long inquiryNumber;

    /** Keys of the two departments. */
    public String[] departments;

    /** Keys of the topic that goes with each. */
    public String[] topics;

    /** Key of the department that has the case until the family answers. */
    public String desk;

    public Instant askedAt;
    public Instant answeredAt;

    /** Key of the department that the family chose; null for neither, and while there is no answer. */
    public String choice;

    public static Clarification between(List<String> departments, List<String> topics, String desk) {
        var clarification = new Clarification();
        clarification.departments = departments.toArray(String[]::new);
        clarification.topics = topics.toArray(String[]::new);
        clarification.desk = desk;
        clarification.askedAt = Instant.now();
        return clarification;
    }

    /** True for a text that can only be an answer to such a question, such as "2". */
    public static boolean mayAnswer(String text) {
        return text.length() < 20 && NUMBER.matcher(text).matches();
    }

    /** The department that a text such as "2" chooses, {@link #NEITHER} for the third number; empty for other texts. */
    public Optional<String> chosenBy(String text) {
        var number = NUMBER.matcher(text);
        if (!number.matches()) return Optional.empty();
        int place = Integer.parseInt(number.group(1));
        return Optional.of(place > departments.length ? NEITHER : departments[place - 1]);
    }

    void answer(String department) {
        answeredAt = Instant.now();
        choice = Arrays.asList(departments).contains(department) ? department : null;
    }

    /** Key of the topic that goes with the choice. */
    String topic() {
        return topics[Arrays.asList(departments).indexOf(choice)];
    }
}
