package org.rightdoor.routing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes an answer good to read, from {@code routing-rules/plain-words.yml}: plain words for the district's jargon, and
 * by what one knows the three parts of a good opening. A district without that file gets no hints.
 *
 * @param openings words by which one knows each part, by language
 * @param instructions words with which a bare instruction begins, by language
 */
public record PlainWords(
        List<Jargon> jargon, Map<Opening, Map<String, Words>> openings, Map<String, List<String>> instructions) {

    public static final PlainWords NONE = new PlainWords(List.of(), Map.of(), Map.of());

    /** The parts of a good opening, in their order. */
    public enum Opening {
        /** That the message has arrived and was read. */
        ACKNOWLEDGE,
        /** That what they feel or want makes sense. */
        VALIDATE,
        /** That somebody takes care of it, and how to reach them. */
        SAFETY
    }

    /** A word that families do not know, and what to say instead. */
    public record Jargon(String word, LocalText plain, Pattern sought) {

        static Jargon of(String word, LocalText plain) {
            // An abbreviation is only one in capitals: "sped" and "lea" are words elsewhere.
            var capitals = word.equals(word.toUpperCase(Locale.ROOT));
            var flags = Pattern.UNICODE_CHARACTER_CLASS | (capitals ? 0 : Pattern.CASE_INSENSITIVE);
            return new Jargon(word, plain, Pattern.compile("\\b" + Pattern.quote(word) + "s?\\b", flags));
        }

        /** True when the text has the word and does not say in plain words what it means. */
        boolean isUnexplainedIn(String text, String folded, String language) {
            return sought.matcher(text).find()
                    && !folded.contains(Words.fold(plain.in(language)).stripTrailing());
        }
    }

    static PlainWords read(Path file, Faults faults) {
        if (!Files.isRegularFile(file)) return NONE;
        return new YamlFile(file, faults).one(PlainWords::read).orElse(NONE);
    }

    private static PlainWords read(Entry entry) {
        var jargon = entry.entries("words").stream()
                .map(word -> Jargon.of(word.text("word"), word.localText("plain")))
                .toList();
        var openings = new EnumMap<Opening, Map<String, Words>>(Opening.class);
        entry.nested("opening").ifPresent(parts -> List.of(Opening.values())
                .forEach(part ->
                        openings.put(part, words(parts.nested(part.name().toLowerCase(Locale.ROOT))))));
        var instructions = new LinkedHashMap<String, List<String>>();
        entry.nested("instructions").ifPresent(languages -> languages
                .keys()
                .forEach(language -> instructions.put(
                        language,
                        languages.texts(language).stream().map(Words::fold).toList())));
        return new PlainWords(jargon, openings, Map.copyOf(instructions));
    }

    private static Map<String, Words> words(Optional<Entry> entry) {
        var words = new LinkedHashMap<String, Words>();
        entry.ifPresent(languages -> languages.keys().forEach(language -> {
            Names.languages().complaint(language).ifPresent(complaint -> languages.fault(language, complaint));
            Words.read(languages, language).ifPresent(read -> words.put(language, read));
        }));
        return Map.copyOf(words);
    }

    /** The jargon that a text in that language leaves unexplained, in the order of the file. */
    public List<Jargon> unexplainedIn(String text, String language) {
        var folded = Words.fold(text);
        return jargon.stream()
                .filter(word -> word.isUnexplainedIn(text, folded, language))
                .toList();
    }

    /** The parts that an opening lacks; empty where the district has written nothing for that language. */
    public List<Opening> missingFrom(String opening, String language) {
        return openings.entrySet().stream()
                .filter(part -> part.getValue().containsKey(language))
                .filter(part -> part.getValue().get(language).foundIn(opening).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** True when a sentence begins as an instruction, with or without a "please". */
    public boolean instructs(String sentence, String language) {
        var folded = Words.fold(sentence).replaceFirst("^ (please|por favor)(?= )", "");
        return instructions.getOrDefault(language, List.of()).stream().anyMatch(folded::startsWith);
    }
}
