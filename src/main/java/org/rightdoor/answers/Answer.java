package org.rightdoor.answers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rightdoor.routing.LocalText;
import org.rightdoor.routing.Translations;

/**
 * A question and the answer the district has approved for it.
 *
 * @param questions phrasings of the question by two-letter language code
 * @param expires the last day on which it may be given
 * @param schools keys of the schools whose families it is for; empty for all
 * @param audience whom it is for, of {@link #AUDIENCES}; empty for everybody
 * @param automatic true when the district lets it be given by itself from the start
 */
public record Answer(
        String id,
        String topic,
        Map<String, List<String>> questions,
        LocalText text,
        LocalDate expires,
        Set<String> schools,
        Set<String> audience,
        boolean automatic) {

    static final String FAMILIES = "families";
    static final String STUDENTS = "students";
    static final String STAFF = "staff";
    static final String COMMUNITY = "community";

    public static final List<String> AUDIENCES = List.of(FAMILIES, STUDENTS, STAFF, COMMUNITY);

    private static final int VERSION_BYTES = 4;

    /** An answer for everybody, which is suggested until it has earned more. */
    public Answer(String id, String topic, Map<String, List<String>> questions, LocalText text, LocalDate expires) {
        this(id, topic, questions, text, expires, Set.of(), Set.of(), false);
    }

    /** The same in every language into which it was translated. */
    Answer in(Translations translations) {
        var phrasings = new LinkedHashMap<>(questions);
        translations.question(id).forEach((language, question) -> phrasings.putIfAbsent(language, List.of(question)));
        var texts = translations.answer(text, id);
        return new Answer(id, topic, Map.copyOf(phrasings), texts, expires, schools, audience, automatic);
    }

    /** Changes with the text in that language and with nothing else: eight hexadecimal digits. */
    public String version(String language) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.in(language).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How people ask for it, in that language or else in English. */
    public String question(String language) {
        var phrasings = questions.getOrDefault(language, questions.getOrDefault("en", List.of()));
        return phrasings.isEmpty() ? id : phrasings.get(0);
    }

    /** True from the day after its last. */
    public boolean hasExpired(LocalDate today) {
        return today.isAfter(expires);
    }

    /** May it be given to this one without a person? */
    boolean isFor(Asker asker) {
        return asker.isOfOne(schools) && asker.isAmong(audience);
    }

    /** False when it is for other schools than this one; where the school is not known, a person may decide. */
    public boolean mayBeFor(String school) {
        return school == null || schools.isEmpty() || schools.contains(school);
    }
}
