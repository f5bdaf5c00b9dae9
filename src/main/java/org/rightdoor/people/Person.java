package org.rightdoor.people;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A parent, student, member of staff or of the community who writes. The name is null until somebody gives it. */
@Entity
public class Person {

    public enum Role {
        PARENT,
        STUDENT,
        STAFF,
        COMMUNITY
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String name;

    /** Two-letter code (ISO 639-1), or {@code und} (ISO 639-2 for undetermined). */
    public String language = "und";

    /** Null while nobody has said. */
    @Enumerated(EnumType.STRING)
    public Role role;

    public Instant createdAt;

    /** True for somebody who does not want to be asked how the help was. */
    public boolean wantsNoSurveys;

    /**
     * What the writer, or the address written from, says about who is writing. Once a student, always a student: only staff,
     * who know the person, may take that back.
     */
    void saysToBe(Role said) {
        if (said == Role.STUDENT || role == null) role = said == null ? role : said;
    }

    /** Somebody who writes for the first time. */
    public static Person of(Sender sender) {
        var person = called(sender.name(), sender.language());
        person.saysToBe(sender.role());
        return person;
    }

    public static Person called(String name, String language) {
        var person = new Person();
        person.name = name;
        person.createdAt = Instant.now();
        if (language != null) person.language = language;
        return person;
    }

    /**
     * Which of the people who share an address is writing; empty means somebody new. With a name, the one whose name
     * agrees, or the only one if nobody has given a name yet; without a name, the only one, or the nameless one among
     * several. Two people with different names are never taken for one.
     */
    static Optional<Person> among(List<Person> sharing, String name) {
        var nameless = sharing.stream().filter(person -> person.name == null).findFirst();
        if (name == null || name.isBlank()) {
            return sharing.size() == 1 ? Optional.of(sharing.get(0)) : nameless;
        }
        var sameName = sharing.stream()
                .filter(person -> Names.agree(person.name, name))
                .findFirst();
        if (sameName.isPresent()) return sameName;
        return sharing.size() == 1 ? nameless : Optional.empty();
    }
}
