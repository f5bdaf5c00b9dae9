package org.rightdoor.desk.inbox;

import java.util.function.UnaryOperator;

/**
 * What was just done to several cases.
 *
 * @param undo where it is undone, or null
 * @param held the answers that can be taken back for some seconds, or null
 */
record Did(String text, String undo, String held) {

    /** Null where nothing was done. */
    static Did of(UnaryOperator<String> given) {
        if ("confidential".equals(given.apply("done"))) {
            return new Did(
                    "The case is confidential now: those who lead the department that has it see it.", null, null);
        }
        if ("undone".equals(given.apply("done"))) return new Did("Taken back. The cases are as they were.", null, null);
        var deed = given.apply("did");
        if (deed == null) return null;
        var many = number(given.apply("many"));
        if (deed.equals("take-back")) {
            return new Did(
                    many + (many == 1 ? " answer" : " answers")
                            + " taken back. What had left before is with the families.",
                    null,
                    null);
        }
        var left = number(given.apply("left"));
        var text = many + (many == 1 ? " case " : " cases ") + word(deed) + "."
                + (left == 0
                        ? ""
                        : " " + left + " could not be and " + (left == 1 ? "stays as it is." : "stay as they are."));
        var undo = given.apply("undo");
        var held = given.apply("held");
        if (held != null && held.matches("\\d{1,15}-\\d{1,15}")) {
            return new Did(text, "/desk/bulk/reply/taken-back", held);
        }
        var isDeed = undo != null && undo.matches("\\d{1,15}");
        return new Did(text, isDeed ? "/desk/deeds/" + undo + "/undone" : null, null);
    }

    private static String word(String deed) {
        return switch (deed) {
            case "assign" -> "assigned";
            case "hand-over" -> "handed over";
            case "snooze" -> "snoozed";
            case "reply" -> "answered";
            default -> "resolved";
        };
    }

    private static int number(String given) {
        return given != null && given.matches("\\d{1,4}") ? Integer.parseInt(given) : 0;
    }
}
