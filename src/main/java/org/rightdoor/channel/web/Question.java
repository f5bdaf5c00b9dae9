package org.rightdoor.channel.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Reference;
import org.rightdoor.people.Address;
import org.rightdoor.people.Person;
import org.rightdoor.people.Sender;
import org.rightdoor.routing.RoutingRules;

/**
 * What somebody filled in, exactly as typed; nothing but the text has to be there.
 *
 * @param school key of a school, or empty
 * @param topic key of a topic, or empty
 * @param language two-letter code of the language the person chose, or empty
 * @param role name of a {@link Person.Role} that the person says to be, in any case, or empty
 */
public record Question(
        String text,
        String name,
        String email,
        String phone,
        String school,
        String topic,
        String language,
        String role) {

    /** In characters; longer matters are better sent as a file or told by telephone. */
    public static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_NAME = 200;

    /** What can be wrong with a field. */
    public enum Fault {
        EMPTY,
        TOO_LONG,
        NAME_TOO_LONG,
        NOT_AN_EMAIL,
        NOT_A_PHONE,
        UNKNOWN_SCHOOL,
        UNKNOWN_TOPIC,
        UNKNOWN_LANGUAGE,
        UNKNOWN_ROLE
    }

    public static final Question BLANK = new Question("", "", "", "", "", "", "");

    public Question {
        text = text == null ? "" : text;
        name = line(name);
        email = line(email);
        phone = line(phone);
        school = line(school);
        topic = line(topic);
        language = line(language);
        role = line(role).toUpperCase(Locale.ROOT);
    }

    public Question(
            String text, String name, String email, String phone, String school, String topic, String language) {
        this(text, name, email, phone, school, topic, language, "");
    }

    public static Question about(String topic) {
        return new Question("", "", "", "", "", topic, "");
    }

    public static Question saying(String text) {
        return new Question(text, "", "", "", "", "", "");
    }

    /** What is wrong, by name of the field, in the order of the form; empty when it can be sent. */
    public Map<String, Fault> faults(RoutingRules rules) {
        var faults = new LinkedHashMap<String, Fault>();
        if (inbound("").text().isEmpty()) faults.put("text", Fault.EMPTY);
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) faults.put("text", Fault.TOO_LONG);
        if (name.length() > LONGEST_NAME) faults.put("name", Fault.NAME_TOO_LONG);
        if (!email.isEmpty() && Address.email(email).isEmpty()) faults.put("email", Fault.NOT_AN_EMAIL);
        if (!phone.isEmpty() && Address.phone(phone).isEmpty()) faults.put("phone", Fault.NOT_A_PHONE);
        if (!school.isEmpty() && !rules.schools().containsKey(school)) faults.put("school", Fault.UNKNOWN_SCHOOL);
        if (!topic.isEmpty() && !rules.topics().containsKey(topic)) faults.put("topic", Fault.UNKNOWN_TOPIC);
        if (!language.matches("|[a-z]{2}")) faults.put("language", Fault.UNKNOWN_LANGUAGE);
        if (!role.isEmpty() && named(role) == null) faults.put("role", Fault.UNKNOWN_ROLE);
        return faults;
    }

    /** The message for the road in; {@code externalId} names it, so that sending it twice is one contact. */
    public Inbound inbound(String externalId) {
        return inbound(externalId, Reference.NONE);
    }

    public Inbound inbound(String externalId, Reference reference) {
        var of = Inbound.of(Channel.WEB, externalId, sender(), text);
        return new Inbound(
                of.channel(),
                externalId,
                of.sender(),
                null,
                text,
                List.of(),
                reference,
                orNull(school),
                orNull(topic),
                false,
                of.at());
    }

    private Sender sender() {
        return new Sender(
                orNull(name),
                Address.email(email).orElse(null),
                Address.phone(phone).orElse(null),
                orNull(language),
                named(role));
    }

    private static Person.Role named(String role) {
        return Arrays.stream(Person.Role.values())
                .filter(one -> one.name().equals(role))
                .findFirst()
                .orElse(null);
    }

    private static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    // A database keeps neither control characters nor half a surrogate pair.
    private static String line(String typed) {
        if (typed == null) return "";
        return typed.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
