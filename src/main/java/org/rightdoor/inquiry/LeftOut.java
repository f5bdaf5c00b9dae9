package org.rightdoor.inquiry;

/** Why a contact is left out of the count: a family did not have to make it. */
public enum LeftOut {
    THANKS("only thanks"),
    AUTOMATIC("sent by a machine"),
    /** The same words within the hour, such as by mail and on the page, while the family already waited. */
    DUPLICATE("the same again"),
    /** The answer to a question of ours. */
    CHOICE("answers our question"),
    /** A member of staff said so. */
    STAFF("a colleague’s decision");

    private final String words;

    LeftOut(String words) {
        this.words = words;
    }

    /** As the case says it, after a colon. */
    public String words() {
        return words;
    }
}
