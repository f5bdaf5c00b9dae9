package org.rightdoor.understand;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a text into the pieces that a BERT encoder knows, by the rules of the uncased BERT tokenizer: lower case, no
 * accents, signs apart, then the longest known piece from the left (Devlin et al., 2019).
 */
record WordPieces(Map<String, Integer> vocabulary) {

    private static final int LONGEST_WORD = 100;
    private static final String CONTINUED = "##";
    private static final String UNKNOWN = "[UNK]";

    /** Numbers of the pieces between the marks for beginning and end, at most {@code most} in all. */
    long[] of(String text, int most) {
        var pieces = new ArrayList<Integer>();
        pieces.add(vocabulary.get("[CLS]"));
        for (var word : words(text)) {
            addPieces(word, pieces);
            if (pieces.size() >= most) {
                break;
            }
        }
        var first = pieces.subList(0, Math.min(pieces.size(), most - 1));
        first.add(vocabulary.get("[SEP]"));
        return first.stream().mapToLong(Integer::longValue).toArray();
    }

    private void addPieces(String word, List<Integer> pieces) {
        var found = new ArrayList<Integer>();
        int from = 0;
        while (from < word.length()) {
            int to = longest(word, from);
            if (to == from || word.length() > LONGEST_WORD) {
                pieces.add(vocabulary.get(UNKNOWN));
                return;
            }
            found.add(piece(word, from, to));
            from = to;
        }
        pieces.addAll(found);
    }

    /** End of the longest known piece that starts there; the start itself when there is none. */
    private int longest(String word, int from) {
        for (int to = word.length(); to > from; to--) {
            if (piece(word, from, to) != null) {
                return to;
            }
        }
        return from;
    }

    private Integer piece(String word, int from, int to) {
        var piece = word.substring(from, to);
        return vocabulary.get(from == 0 ? piece : CONTINUED + piece);
    }

    private static List<String> words(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        plain.codePoints().forEach(sign -> {
            if (standsAlone(sign) || isSpace(sign)) {
                finish(word, words);
            }
            if (standsAlone(sign)) {
                words.add(Character.toString(sign));
            } else if (!isSpace(sign) && !isDropped(sign)) {
                word.appendCodePoint(sign);
            }
        });
        finish(word, words);
        return words;
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isSpace(int sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }

    private static boolean isDropped(int sign) {
        return switch (Character.getType(sign)) {
            case Character.NON_SPACING_MARK,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> sign == 0xFFFD;
        };
    }

    private static boolean standsAlone(int sign) {
        return Character.isIdeographic(sign) || isPunctuation(sign);
    }

    private static boolean isPunctuation(int sign) {
        if (sign < 128) {
            return sign > ' ' && sign < 127 && !Character.isLetterOrDigit(sign);
        }
        return switch (Character.getType(sign)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
