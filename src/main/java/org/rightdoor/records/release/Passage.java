package org.rightdoor.records.release;

/**
 * A part of a text that speaks of somebody else.
 *
 * @param starts where, in characters
 */
record Passage(int starts, String words, Kind kind) {

    /** What it is, and the ground on which it is taken out. */
    enum Kind {
        NAME("name", "Name of another person (34 CFR 99.3, 99.12)"),
        EMAIL("e-mail address", "Address of another person (34 CFR 99.3, 99.12)"),
        PHONE("telephone number", "Telephone number of another person (34 CFR 99.3, 99.12)"),
        ADDRESS("street address", "Address of another person (34 CFR 99.3, 99.12)"),
        NUMBER("personal number", "Personal identifier (34 CFR 99.3)"),
        ASKED("passage", "Taken out by the reviewer");

        final String words;
        final String ground;

        Kind(String words, String ground) {
            this.words = words;
            this.ground = ground;
        }

        /** What stands in its place. */
        String mark() {
            return "[" + words + " taken out]";
        }
    }

    int ends() {
        return starts + words.length();
    }
}
