package org.rightdoor.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A part of a message that may be about something else than the rest, read on its own when that is first asked for. */
public final class Passage {

    /** Beyond these a message is a story, and its sentences belong together. */
    private static final int MOST = 6;

    /** A sentence with fewer words belongs to the one before. */
    private static final int LEAST_WORDS = 4;

    private static final String ADDING =
            "(?:and |y |oh |ps:? )?(?:also|additionally|another (?:thing|question|matter)|one (?:more|other|last) (?:thing|question)"
                    + "|second(?:ly)?,|separately|on another note|by the way|btw|plus,|adem[aá]s|tambi[eé]n|otra (?:cosa|pregunta)|una (?:cosa|pregunta) m[aá]s"
                    + "|por otro lado|aparte|de paso|por cierto)\\b";

    private static final Pattern BEGINS_ADDED =
            Pattern.compile("^" + ADDING, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern END = Pattern.compile(
            "(?<=[.!?…;])(?<!\\b(?:Mr|Mrs|Ms|Dr|St|Sr|Sra|Dra|No|Ave)\\.)\\s+|\\n+|(?<!\\b(?:and|y|oh|ps:?)),?\\s+(?="
                    + ADDING + ")",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final String text;
    private final boolean added;
    private final Supplier<Reading> reader;
    private Reading reading;

    /** @param reader takes milliseconds, and is asked at most once */
    Passage(String text, boolean added, Supplier<Reading> reader) {
        this.text = text;
        this.added = added;
        this.reader = reader;
    }

    /** One that is read already. */
    public Passage(String text, boolean added, Reading reading) {
        this(text, added, () -> reading);
    }

    /** As written. */
    public String text() {
        return text;
    }

    /** True when it begins as people begin one more matter: "also", "another question", "por otro lado". */
    public boolean added() {
        return added;
    }

    /** Takes milliseconds the first time, for it has to be encoded: not for the event loop. */
    public synchronized Reading reading() {
        if (reading == null) reading = reader.get();
        return reading;
    }

    /** The passages of a text before they are read; empty where it has only one, or too many to tell matters apart. */
    static List<String> split(String text) {
        var sentences = sentences(CleanText.of(text));
        return sentences.size() > MOST ? List.of() : sentences;
    }

    /** The sentences of a text, however many, the shortest with the one before; empty where it has only one. */
    static List<String> sentences(CleanText text) {
        var passages = new ArrayList<String>();
        for (var sentence : END.split(text.text())) {
            if (sentence.isBlank()) {
                continue;
            }
            if (!passages.isEmpty() && sentence.strip().split("\\s+").length < LEAST_WORDS) {
                passages.set(passages.size() - 1, passages.get(passages.size() - 1) + " " + sentence.strip());
            } else {
                passages.add(sentence.strip());
            }
        }
        return passages.size() < 2 ? List.of() : List.copyOf(passages);
    }

    static boolean beginsAdded(String text) {
        return BEGINS_ADDED.matcher(text).find();
    }
}
