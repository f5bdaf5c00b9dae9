package org.rightdoor.desk.inbox;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rightdoor.inquiry.SearchWords;

/** Shows what was searched for in a text, whatever its capitals and accents. */
final class Highlight {

    /** A piece of a text; the page escapes it like any other. */
    record Piece(String text, boolean hit) {}

    private static final int LENGTH = 200;
    private static final int BEFORE = 60;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private record Word(String plain, boolean beginning) {}

    private final List<Word> words;

    Highlight(String typed) {
        words = SearchWords.of(typed).terms().stream()
                .filter(term -> !term.unwanted())
                .flatMap(term -> plainWords(term.text()).stream().map(word -> new Word(word, term.beginning())))
                .toList();
    }

    private static List<String> plainWords(String text) {
        return Pattern.compile("[\\p{L}\\p{N}]+")
                .matcher(plain(text))
                .results()
                .map(found -> found.group())
                .toList();
    }

    /** The whole text in pieces. */
    List<Piece> in(String text) {
        return pieces(text, hits(text), 0, text.length());
    }

    /** The part of one of the texts that shows most of what was searched for, the first of equals; empty where none does. */
    List<Piece> excerpt(List<String> texts) {
        String best = null;
        var most = 0;
        for (var text : texts) {
            var found = different(text);
            if (found <= most) continue;
            best = text;
            most = found;
        }
        return best == null ? List.of() : excerpt(best.replaceAll("\\s+", " "));
    }

    private List<Piece> excerpt(String line) {
        var hits = hits(line);
        var from = Math.max(0, hits.nextSetBit(0) - BEFORE);
        if (from > 0) {
            var space = line.indexOf(' ', from);
            from = space >= 0 && space < hits.nextSetBit(0) ? space + 1 : from;
        }
        var to = Math.min(line.length(), from + LENGTH);
        if (from > 0 && Character.isLowSurrogate(line.charAt(from))) from--;
        if (to < line.length() && Character.isLowSurrogate(line.charAt(to))) to--;
        var pieces = new ArrayList<Piece>();
        if (from > 0) pieces.add(new Piece("… ", false));
        pieces.addAll(pieces(line, hits, from, to));
        if (to < line.length()) pieces.add(new Piece(" …", false));
        return pieces;
    }

    private int different(String text) {
        var plain = Plain.of(text);
        return (int) words.stream().filter(word -> plain.next(word, 0) >= 0).count();
    }

    private BitSet hits(String text) {
        var plain = Plain.of(text);
        var hits = new BitSet(text.length());
        for (var word : words) {
            for (var at = plain.next(word, 0); at >= 0; at = plain.next(word, at + 1)) {
                hits.set(plain.origin[at], plain.origin[at + word.plain().length()]);
            }
        }
        return hits;
    }

    private static List<Piece> pieces(String text, BitSet hits, int from, int to) {
        var pieces = new ArrayList<Piece>();
        for (var at = from; at < to; ) {
            var hit = hits.get(at);
            var end = hit ? hits.nextClearBit(at) : hits.nextSetBit(at);
            end = end < 0 ? to : Math.min(end, to);
            pieces.add(new Piece(text.substring(at, end), hit));
            at = end;
        }
        return pieces;
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('ı', 'i');
    }

    /** A text as it is compared, and where each of its characters stands in the text as it was written. */
    private record Plain(String text, int[] origin) {

        static Plain of(String written) {
            var text = new StringBuilder(written.length());
            var origin = new int[written.length() * 4 + 1];
            for (var at = 0; at < written.length(); ) {
                var point = written.codePointAt(at);
                var plain = point < 128
                        ? Character.toString(Character.toLowerCase(point))
                        : plain(Character.toString(point));
                for (var i = 0; i < plain.length() && text.length() < origin.length - 1; i++) {
                    origin[text.length()] = at;
                    text.append(plain.charAt(i));
                }
                at += Character.charCount(point);
            }
            origin[text.length()] = written.length();
            return new Plain(text.toString(), origin);
        }

        /** Where the word stands next, or -1: as a word of its own, or anywhere in languages written without spaces. */
        int next(Word word, int from) {
            var wanted = word.plain();
            for (var at = text.indexOf(wanted, from); at >= 0; at = text.indexOf(wanted, at + 1)) {
                var end = at + wanted.length();
                if (isWithoutSpaces(wanted.codePointAt(0))) return at;
                var begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
                var ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
                if (begins && (ends || word.beginning())) return at;
            }
            return -1;
        }

        private static boolean isWithoutSpaces(int point) {
            var script = Character.UnicodeScript.of(point);
            return script == Character.UnicodeScript.HAN
                    || script == Character.UnicodeScript.HIRAGANA
                    || script == Character.UnicodeScript.KATAKANA;
        }
    }
}
