package org.rightdoor.desk;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.rightdoor.channel.phone.CallNote;

/**
 * The form in which a call or a visit is written down, with what was typed so far.
 *
 * @param nonce names this form, so that sending it twice is one contact
 * @param found those who may be meant
 * @param suggestion where the words would take it; null while there are none
 * @param errors what to tell, by name of the field
 * @param failure why it could not be taken at all, or null
 */
record CallForm(
        CallNote note,
        String nonce,
        List<Caller> found,
        Suggestion suggestion,
        Map<String, String> errors,
        String failure) {

    /**
     * Somebody who may be meant.
     *
     * @param addresses enough of them to tell people of one name apart, and no more
     * @param cases of that person which are not resolved
     */
    record Caller(long id, String name, String addresses, List<Offer> cases) {

        public String key() {
            return "person:" + id;
        }
    }

    /** A case that it may continue; {@code subject} is null for those who may not read the case. */
    record Offer(long number, String department, String subject, String since) {

        public String key() {
            return "case:" + number;
        }
    }

    /** Where the words would take it, and how sure that is. */
    record Suggestion(String department, String topic, String sureness) {}

    static CallForm blank() {
        return new CallForm(CallNote.BLANK, UUID.randomUUID().toString(), List.of(), null, Map.of(), null);
    }

    static CallForm of(MultivaluedMap<String, String> form) {
        return new CallForm(CallNote.of(form), form.getFirst("nonce"), List.of(), null, Map.of(), null);
    }

    CallForm wrong(Map<String, String> faults) {
        return new CallForm(note, nonce, found, suggestion, faults, failure);
    }

    CallForm with(List<Caller> others, Suggestion other) {
        return new CallForm(note, nonce, others, other, errors, failure);
    }

    CallForm withFailure(String why) {
        return new CallForm(note, nonce, found, suggestion, errors, why);
    }

    /** True when the one chosen before is not among those found now. */
    public boolean chosenBefore() {
        return note.isChosen()
                && found.stream()
                        .flatMap(caller -> Stream.concat(
                                Stream.of(caller.key()), caller.cases().stream().map(Offer::key)))
                        .noneMatch(note.whom()::equals);
    }

    /** What is wrong with that field, or null. */
    public String error(String field) {
        return errors.get(field);
    }

    /** True when something was looked for and nobody was found. */
    public boolean nobody() {
        return found.isEmpty() && !note.sought().isEmpty();
    }

    public boolean more() {
        return !(note.spokeFor() + note.at()).isEmpty() || errors.containsKey("at");
    }

    /** True when that topic or department was chosen. */
    public boolean isAt(String kind, String key) {
        return note.place().equals(kind + ":" + key);
    }

    public boolean confirms(String channel) {
        return note.confirmBy().contains(channel);
    }
}
