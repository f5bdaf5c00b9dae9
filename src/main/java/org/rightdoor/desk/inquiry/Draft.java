package org.rightdoor.desk.inquiry;

import java.util.List;

/**
 * What is typed into a case's forms, and what is wrong with it.
 *
 * @param form the one that was sent: {@code reply}, {@code note}, {@code department}, {@code topic} or {@code state}; empty
 *     for none
 * @param channels names of the channels ticked for the reply
 * @param department key of the department to hand the case to
 * @param topic key of the topic that it is about; empty for "not sure"
 * @param learn whether RightDoor may learn from what is said here
 * @param reason why it is handed over
 * @param error what to say about it, or null
 * @param typed into any other form of one field
 * @param answer id of the approved answer that the reply was begun with; empty for none
 */
record Draft(
        String form,
        String reply,
        List<String> channels,
        String note,
        String department,
        String topic,
        boolean learn,
        String reason,
        String error,
        String answer,
        String typed) {

    static final Draft BLANK = new Draft("", "", List.of(), "", "", "", true, "", null, "", "");

    static final Draft STATE = new Draft("state", "", List.of(), "", "", "", true, "", null, "", "");

    /** A reply begun with an approved answer. */
    static Draft from(String answer, String text) {
        return new Draft("", text, List.of(), "", "", "", true, "", null, answer, "");
    }

    static Draft reply(String text, List<String> channels, String answer) {
        var chosen = channels == null ? List.<String>of() : channels;
        return new Draft("reply", orEmpty(text), chosen, "", "", "", true, "", null, orEmpty(answer), "");
    }

    static Draft note(String text) {
        return new Draft("note", "", List.of(), orEmpty(text), "", "", true, "", null, "", "");
    }

    static Draft handOver(String department, String topic, boolean learn, String reason) {
        return new Draft(
                "department",
                "",
                List.of(),
                "",
                orEmpty(department),
                orEmpty(topic),
                learn,
                orEmpty(reason),
                null,
                "",
                "");
    }

    static Draft about(String topic, boolean learn) {
        return new Draft("topic", "", List.of(), "", "", orEmpty(topic), learn, "", null, "", "");
    }

    /** Any other form. */
    static Draft of(String form, String typed) {
        return new Draft(form, "", List.of(), "", "", "", true, "", null, "", orEmpty(typed));
    }

    /** Key of the topic, or null for "not sure". */
    String topicOrNull() {
        return topic.isEmpty() ? null : topic;
    }

    Draft wrong(String why) {
        return new Draft(form, reply, channels, note, department, topic, learn, reason, why, answer, typed);
    }

    /** What to say about that form, or null. */
    public String errorOf(String about) {
        return form.equals(about) ? error : null;
    }

    private static String orEmpty(String typed) {
        return typed == null ? "" : typed;
    }
}
