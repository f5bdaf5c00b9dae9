package org.rightdoor.desk;

import java.util.List;

/**
 * What is typed into a case's forms, and what is wrong with it.
 *
 * @param form the one that was sent: {@code reply}, {@code note}, {@code department} or {@code state}; empty for none
 * @param channels names of the channels ticked for the reply
 * @param department key of the department to hand the case to
 * @param reason why it is handed over
 * @param error what to say about it, or null
 */
record Draft(
        String form, String reply, List<String> channels, String note, String department, String reason, String error) {

    static final Draft BLANK = new Draft("", "", List.of(), "", "", "", null);

    static final Draft STATE = new Draft("state", "", List.of(), "", "", "", null);

    /** A reply begun with an approved answer. */
    static Draft from(String answer) {
        return new Draft("", answer, List.of(), "", "", "", null);
    }

    static Draft reply(String text, List<String> channels) {
        return new Draft("reply", orEmpty(text), channels == null ? List.of() : channels, "", "", "", null);
    }

    static Draft note(String text) {
        return new Draft("note", "", List.of(), orEmpty(text), "", "", null);
    }

    static Draft handOver(String department, String reason) {
        return new Draft("department", "", List.of(), "", orEmpty(department), orEmpty(reason), null);
    }

    Draft wrong(String why) {
        return new Draft(form, reply, channels, note, department, reason, why);
    }

    /** What to say about that form, or null. */
    public String errorOf(String about) {
        return form.equals(about) ? error : null;
    }

    private static String orEmpty(String typed) {
        return typed == null ? "" : typed;
    }
}
