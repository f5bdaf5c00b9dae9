package org.rightdoor.records.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rightdoor.people.Address;

/**
 * Finds in a text what is about other people: names that are known, names that follow words like "my neighbor" or a title,
 * and what looks like an address, a telephone number or a personal number. It finds too much rather than too little; a person
 * looks over all of it before anything leaves.
 */
final class OtherPeople {

    /** Shorter parts of names are words of some language. */
    private static final int SHORTEST_PART = 3;

    private static final Pattern EMAIL = Pattern.compile("[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d.-]{1,190}\\.\\p{L}{2,24}");

    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\p{L}\\d])(?!\\d{4}-\\d{2}-\\d{2}(?!\\d))\\+?\\(?\\d(?:[ ().\\-\\u00a0]{0,3}\\d){6,14}(?![\\p{L}\\d])");

    private static final Pattern STREET =
            Pattern.compile("(?<![\\p{L}\\d])\\d{1,5}[A-Za-z]? (?:[NSEW]\\.? )?(?:\\p{Lu}[\\p{L}.'’-]{0,30} ){1,4}"
                    + "(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Circle|Cir|Boulevard|Blvd|Way|Place|Pl|Terrace"
                    + "|Ter|Parkway|Pkwy|Highway|Hwy)\\b\\.?(?:,? (?:Apt|Apartment|Unit|Suite|#)\\.? ?[\\p{L}\\d-]{1,6})?"
                    + "|(?<!\\p{L})(?:Calle|Avenida|Rua|Avenue) (?:\\p{Lu}[\\p{L}.'’-]{0,30} ?){1,4},? ?\\d{1,5}");

    private static final Pattern NUMBER = Pattern.compile(
            "(?<!\\d)\\d{3}-\\d{2}-\\d{4}(?!\\d)|(?i:(?<!\\p{L})(?:student|lunch|pupil|state) ?(?:id|number|no\\.?) ?[:#]? ?)\\d{4,12}");

    private static final String NAME =
            "(\\p{Lu}[\\p{L}'’-]{1,30}(?: (?:(?:de|del|la|van|von|da|dos|bin|al) ){0,2}\\p{Lu}[\\p{L}'’-]{1,30}){0,2})";

    // The words before a name may begin a sentence; the name itself is written with a capital.
    private static final Pattern CALLED =
            Pattern.compile("(?<!\\p{L})(?:(?i:mr|mrs|ms|miss|mx|dr|sr|sra|señor|señora|maestra|maestro)\\.? "
                    + "|(?i:(?:my|our|his|her|their|mi|su|nuestro|nuestra) (?:son|daughter|child|kid|grandson|granddaughter|brother|sister|cousin"
                    + "|nephew|niece|neighbor|neighbour|friend|husband|wife|mother|father|mom|dad|hijo|hija|hermano|hermana|primo|prima|vecino|vecina"
                    + "|amigo|amiga|esposo|esposa|madre|padre|nieto|nieta),? (?:is |named |called |se llama )?)"
                    + "|(?i:named|called|student|se llama|alumno|alumna|estudiante) )" + NAME);

    private final List<Pattern> names;
    private final List<Pattern> asked;
    private final Set<String> leftIn;

    /**
     * @param people names of others
     * @param asked words that are taken out wherever they stand
     * @param leftIn names, addresses and words that stay: those of the person it is for
     */
    OtherPeople(Collection<String> people, Collection<String> asked, Collection<String> leftIn) {
        this.leftIn = leftIn.stream()
                .flatMap(text -> parts(text).stream())
                .map(OtherPeople::plain)
                .collect(Collectors.toSet());
        this.names = people.stream()
                .flatMap(name -> parts(name).stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(OtherPeople::standingAlone)
                .toList();
        this.asked = asked.stream()
                .map(words -> standingAlone(words, Pattern.CASE_INSENSITIVE))
                .toList();
    }

    /** By their place; none overlaps another. */
    List<Passage> in(String text) {
        var found = new ArrayList<Passage>();
        asked.forEach(pattern -> add(found, text, pattern, 0, Passage.Kind.ASKED));
        add(found, text, EMAIL, 0, Passage.Kind.EMAIL);
        add(found, text, NUMBER, 0, Passage.Kind.NUMBER);
        add(found, text, STREET, 0, Passage.Kind.ADDRESS);
        add(found, text, PHONE, 0, Passage.Kind.PHONE);
        names.forEach(pattern -> add(found, text, pattern, 0, Passage.Kind.NAME));
        add(found, text, CALLED, 1, Passage.Kind.NAME);
        found.sort(Comparator.comparingInt(Passage::starts));
        return found;
    }

    /** The text with a mark in the place of each passage, which stand in their order. */
    static String without(List<Passage> passages, String text) {
        var left = new StringBuilder();
        int from = 0;
        for (var passage : passages) {
            left.append(text, from, passage.starts()).append(passage.kind().mark());
            from = passage.ends();
        }
        return left.append(text.substring(from)).toString();
    }

    private void add(List<Passage> found, String text, Pattern pattern, int group, Passage.Kind kind) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            var passage = new Passage(matcher.start(group), matcher.group(group), kind);
            var isTaken = found.stream()
                    .anyMatch(other -> passage.starts() < other.ends() && other.starts() < passage.ends());
            if (!isTaken && !(kind != Passage.Kind.ASKED && staysIn(passage))) found.add(passage);
        }
    }

    private boolean staysIn(Passage passage) {
        if (passage.kind() == Passage.Kind.PHONE) {
            return Address.phone(passage.words())
                            .map(OtherPeople::plain)
                            .map(leftIn::contains)
                            .orElse(false)
                    || leftIn.contains(plain(passage.words()));
        }
        return leftIn.contains(plain(passage.words()))
                || Arrays.stream(passage.words().split("\\s+")).allMatch(word -> leftIn.contains(plain(word)));
    }

    /** A name as a whole and the names it consists of. */
    private static Set<String> parts(String name) {
        var parts = new LinkedHashSet<String>();
        if (name == null || name.isBlank()) return parts;
        parts.add(name.strip());
        for (var part : name.strip().split("[\\s,]+")) if (part.length() >= SHORTEST_PART) parts.add(part);
        return parts;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    // "May" is a name and "may" is not; where an alphabet has no capitals, there is nothing to tell them by.
    private static Pattern standingAlone(String name) {
        return standingAlone(name, name.contains(" ") ? Pattern.CASE_INSENSITIVE : 0);
    }

    private static Pattern standingAlone(String words, int flags) {
        var spaced =
                Arrays.stream(words.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        return Pattern.compile(
                "(?<![\\p{L}\\d])" + spaced + "(?![\\p{L}\\d])", flags | (flags == 0 ? 0 : Pattern.UNICODE_CASE));
    }
}
