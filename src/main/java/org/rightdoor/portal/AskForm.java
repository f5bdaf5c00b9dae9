package org.rightdoor.portal;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rightdoor.channel.web.Question;
import org.rightdoor.people.Person;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.School;

/**
 * The question box with what has been typed into it.
 *
 * @param action path the form posts to
 * @param nonce makes a double click, or a reload, one contact
 * @param errors what to tell, by name of the field
 * @param failure why it could not be taken at all, or null
 */
record AskForm(
        String action,
        Question question,
        String nonce,
        List<School> schools,
        Map<String, String> errors,
        String failure) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A field at fault and what to say about it. */
    record Error(String field, String text) {}

    static AskForm blank(List<School> schools, String topic) {
        return new AskForm("/", Question.about(topic), newNonce(), schools, Map.of(), null);
    }

    /** A form that asks nothing again: the words are there already. */
    static AskForm carrying(String text, String topic, RoutingRules rules) {
        var question = new Question(text, "", "", "", "", topic, "");
        return new AskForm(
                "/", question, newNonce(), List.copyOf(rules.schools().values()), Map.of(), null);
    }

    /** The same with a school chosen, by its key; any other word changes nothing. */
    AskForm from(String school) {
        if (schools.stream().noneMatch(one -> one.key().equals(school))) return this;
        var asked = new Question("", "", "", "", school, question.topic(), "");
        return new AskForm(action, asked, nonce, schools, errors, failure);
    }

    AskForm withFaults(Map<String, Question.Fault> faults, Texts texts) {
        var told = faults.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, fault -> sentence(fault.getValue(), texts)));
        return new AskForm(action, question, nonce, schools, told, null);
    }

    AskForm withFailure(String why) {
        return new AskForm(action, question, nonce, schools, Map.of(), why);
    }

    public List<Person.Role> roles() {
        return List.of(Person.Role.values());
    }

    /** What is wrong with that field, or null. */
    public String error(String field) {
        return errors.get(field);
    }

    /** All faults, in the order of the form. */
    public List<Error> faults() {
        return List.of("text", "name", "role", "email", "phone", "school", "topic", "language").stream()
                .filter(errors::containsKey)
                .map(field -> new Error(field, errors.get(field)))
                .toList();
    }

    static String newNonce() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String sentence(Question.Fault fault, Texts texts) {
        return switch (fault) {
            case EMPTY -> texts.faultEmpty();
            case TOO_LONG -> texts.faultTooLong(Question.LONGEST_TEXT);
            case NAME_TOO_LONG -> texts.faultName();
            case NOT_AN_EMAIL -> texts.faultEmail();
            case NOT_A_PHONE -> texts.faultPhone();
            case UNKNOWN_SCHOOL, UNKNOWN_TOPIC, UNKNOWN_LANGUAGE, UNKNOWN_ROLE -> texts.faultChoice();
        };
    }
}
