package org.rightdoor.channel.phone;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Reference;
import org.rightdoor.intake.WrittenDown;
import org.rightdoor.people.Address;
import org.rightdoor.people.Sender;
import org.rightdoor.routing.RoutingRules;

/**
 * A call or a visit exactly as staff typed it in.
 *
 * @param sought what was typed to find the person; somebody new is called so where nothing else is given
 * @param whom {@code new}, {@code person:ID}, or {@code case:NUMBER} where it continues that case
 * @param spokeFor who was on the line, where it was not the person, or empty
 * @param how {@code call} or {@code visit}
 * @param at date and time by the district's clocks as {@code 2026-09-01T08:30}; empty for just now
 * @param place {@code topic:KEY}, {@code department:KEY}, or empty to let the words decide
 */
public record CallNote(
        String sought,
        String whom,
        String name,
        String phone,
        String email,
        String spokeFor,
        String how,
        String at,
        String text,
        String place,
        boolean settled,
        List<String> confirmBy) {

    /** In characters. */
    public static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_LINE = 200;

    public static final CallNote BLANK = new CallNote("", "new", "", "", "", "", "call", "", "", "", false, List.of());

    public static CallNote of(MultivaluedMap<String, String> form) {
        return new CallNote(
                line(form, "sought"),
                line(form, "whom"),
                line(form, "name"),
                line(form, "phone"),
                line(form, "email"),
                line(form, "spokeFor"),
                line(form, "how").equals("visit") ? "visit" : "call",
                line(form, "at"),
                form.getFirst("text") == null ? "" : form.getFirst("text").replace("\r\n", "\n"),
                line(form, "place"),
                form.containsKey("settled"),
                List.copyOf(form.getOrDefault("confirmBy", List.of())));
    }

    /** What is wrong, by name of the field, in words for staff; empty when it can be taken. */
    public Map<String, String> faults(RoutingRules rules, Instant now) {
        var faults = new LinkedHashMap<String, String>();
        if (!isNew() && !isChosen()) faults.put("whom", "Choose who it was.");
        if (isNew() && !phone.isEmpty() && Address.phone(phone).isEmpty()) {
            faults.put("phone", "That does not look like a telephone number.");
        }
        if (isNew() && !email.isEmpty() && Address.email(email).isEmpty()) {
            faults.put("email", "That does not look like an e-mail address.");
        }
        if (name.length() > LONGEST_LINE) faults.put("name", "That name is too long.");
        if (text.isBlank()) faults.put("text", "Write down what it was about.");
        if (text.length() > LONGEST_TEXT) faults.put("text", "That is too long: at most 20,000 characters.");
        if (!place.isEmpty() && topic(rules).isEmpty() && department(rules).isEmpty()) {
            faults.put("place", "Choose from the list.");
        }
        if (when(rules, now).isEmpty()) faults.put("at", "Give a day and a time that has passed.");
        return faults;
    }

    /** When it was; empty when that cannot be. */
    public Optional<Instant> when(RoutingRules rules, Instant now) {
        if (at.isEmpty()) return Optional.of(now);
        try {
            var then =
                    LocalDateTime.parse(at).atZone(rules.district().timeZone()).toInstant();
            return then.isAfter(now) ? Optional.empty() : Optional.of(then);
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    public boolean isNew() {
        return whom.equals("new");
    }

    /** True when it is a person or a case on record. */
    public boolean isChosen() {
        return whom.matches("(person|case):\\d{1,15}");
    }

    /** Id of the person who was chosen, or null. */
    public Long personId() {
        return whom.startsWith("person:") ? Long.valueOf(whom.substring("person:".length())) : null;
    }

    /** Number of the case that it continues, or null. */
    public Long continues() {
        return whom.startsWith("case:") ? Long.valueOf(whom.substring("case:".length())) : null;
    }

    /** Who it was, as far as that is new; what was typed to look for the person is not typed twice. */
    public Sender sender() {
        if (!isNew()) return Sender.ANONYMOUS;
        if (!(name + phone + email).isEmpty()) {
            return new Sender(
                    orNull(name),
                    Address.email(email).orElse(null),
                    Address.phone(phone).orElse(null),
                    null);
        }
        var address = Address.email(sought);
        if (address.isPresent()) return Sender.withEmail(null, address.get());
        return sought.matches("[+\\d ().-]+")
                ? Sender.withPhone(Address.phone(sought).orElse(null))
                : new Sender(orNull(sought), null, null, null);
    }

    /**
     * The contact for the road in; only without {@link #faults}.
     *
     * @param personId whose it is, or null for {@link #sender}
     */
    public Inbound inbound(String externalId, Actor by, Long personId, RoutingRules rules, Instant now) {
        var taken = new WrittenDown(
                by, inWords(), personId, continues(), department(rules).orElse(null), settled, confirmations());
        return new Inbound(
                        Channel.PHONE,
                        externalId,
                        sender(),
                        null,
                        text,
                        List.of(),
                        Reference.NONE,
                        null,
                        topic(rules).orElse(null),
                        false,
                        when(rules, now).orElseThrow())
                .with(taken);
    }

    public Optional<String> topic(RoutingRules rules) {
        return chosen("topic:").filter(rules.topics()::containsKey);
    }

    public Optional<String> department(RoutingRules rules) {
        return chosen("department:").filter(rules.departments()::containsKey);
    }

    public List<Channel> confirmations() {
        return List.of(Channel.SMS, Channel.EMAIL).stream()
                .filter(channel -> confirmBy.contains(channel.name()))
                .toList();
    }

    // For the case's history: "Visit", or "Call: his grandmother".
    private String inWords() {
        var kind = how.equals("visit") ? "Visit" : "Call";
        return spokeFor.isEmpty() ? kind : kind + ": " + spokeFor;
    }

    private Optional<String> chosen(String kind) {
        return place.startsWith(kind) ? Optional.of(place.substring(kind.length())) : Optional.empty();
    }

    private static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    // A database keeps neither control characters nor half a surrogate pair.
    private static String line(MultivaluedMap<String, String> form, String field) {
        var typed = form.getFirst(field) == null ? "" : form.getFirst(field);
        var kept = typed.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .limit(1_000)
                .toArray();
        return new String(kept, 0, kept.length).strip();
    }
}
