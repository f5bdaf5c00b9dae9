package org.rightdoor.people;

import java.util.Optional;
import java.util.stream.Stream;

/** What a program may do with its key. */
public enum Scope {
    CREATE("inquiries:create", May.ASK, "Ask for families, as often as it likes"),
    READ("inquiries:read", May.READ, "List cases and read them"),
    REPLY("inquiries:reply", May.SEND, "Answer families"),
    MAIL("mail:receive", May.DELIVER, "Hand in mails at /webhooks/email"),
    INSIGHT("insight:read", May.COUNT, "Read counts, without any case"),
    EXPORT("tables:export", May.EXPORT, "Take out tables, with what families wrote");

    private final String key;
    private final String deed;
    private final String meaning;

    Scope(String key, String deed, String meaning) {
        this.key = key;
        this.deed = deed;
        this.meaning = meaning;
    }

    public static Optional<Scope> of(String key) {
        return Stream.of(values()).filter(scope -> scope.key.equals(key)).findFirst();
    }

    /** As it is stored and shown, such as {@code inquiries:read}. */
    public String key() {
        return key;
    }

    /** The one of {@link May} that it allows. */
    public String deed() {
        return deed;
    }

    /** In words for administrators. */
    public String meaning() {
        return meaning;
    }
}
