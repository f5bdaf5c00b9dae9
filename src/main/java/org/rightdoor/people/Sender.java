package org.rightdoor.people;

/**
 * Who says to be writing: a name and addresses as far as they are known, each null where not.
 *
 * @param email in lower case, see {@link Address#email}
 * @param phone in E.164 form, see {@link Address#phone}
 * @param language two-letter code of the language the person chose, or null
 * @param role what the person says to be, or null
 */
public record Sender(String name, String email, String phone, String language, Person.Role role) {

    public static final Sender ANONYMOUS = new Sender(null, null, null, null);

    public Sender(String name, String email, String phone, String language) {
        this(name, email, phone, language, null);
    }

    public static Sender withPhone(String phone) {
        return new Sender(null, null, phone, null);
    }

    public static Sender withEmail(String name, String email) {
        return new Sender(name, email, null, null);
    }

    public Sender as(Person.Role role) {
        return new Sender(name, email, phone, language, role);
    }

    public boolean hasAddress() {
        return email != null || phone != null;
    }
}
