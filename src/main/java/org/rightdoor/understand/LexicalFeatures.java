package org.rightdoor.understand;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.LongConsumer;
import opennlp.tools.doccat.FeatureGenerator;

/**
 * What the lexical view sees: words, pairs of neighbours with the text's borders, and the pieces of each word, which
 * carry misspelt words and endings.
 */
final class LexicalFeatures implements FeatureGenerator {

    private static final String WORD = "w=";
    private static final String PAIR = "b=";
    private static final String PIECE = "c=";
    private static final String BEGINNING = "<";
    private static final String END = ">";
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 4;

    private static final long WORD_KEY = beginning(WORD);
    private static final long PAIR_KEY = beginning(PAIR);
    private static final long PIECE_KEY = beginning(PIECE);

    @Override
    public Collection<String> extractFeatures(String[] forms, Map<String, Object> extraInformation) {
        var features = new LinkedHashSet<String>();
        var before = BEGINNING;
        for (var form : forms) {
            features.add(WORD + form);
            features.add(PAIR + before + " " + form);
            addPieces(form, features);
            before = form;
        }
        features.add(PAIR + before + " " + END);
        return features;
    }

    /** The keys of the same features in the same order ({@link Lexicon#key}), without making the names. */
    static long[] keys(String[] forms) {
        var keys = new Keys(forms.length * 16);
        var before = BEGINNING;
        for (var form : forms) {
            keys.accept(word(form));
            keys.accept(pair(before, form));
            eachPiece(form, keys);
            before = form;
        }
        keys.accept(pair(before, END));
        return keys.all();
    }

    /** The key of a word, and those of its pieces, some of which may be alike. */
    static void eachOf(String form, LongConsumer key) {
        key.accept(word(form));
        eachPiece(form, key);
    }

    static boolean isWord(String feature) {
        return feature.startsWith(WORD);
    }

    private static void addPieces(String form, Collection<String> features) {
        var bordered = bordered(form);
        for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
            for (int from = 0; from + length <= bordered.length(); from++) {
                features.add(PIECE + bordered.substring(from, from + length));
            }
        }
    }

    private static void eachPiece(String form, LongConsumer key) {
        var bordered = bordered(form);
        for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
            for (int from = 0; from + length <= bordered.length(); from++) {
                key.accept(Lexicon.finish(Lexicon.and(PIECE_KEY, bordered, from, from + length)));
            }
        }
    }

    private static String bordered(String form) {
        return "_" + form + "_";
    }

    private static long word(String form) {
        return Lexicon.finish(Lexicon.and(WORD_KEY, form, 0, form.length()));
    }

    private static long pair(String first, String second) {
        long begun = Lexicon.and(Lexicon.and(PAIR_KEY, first, 0, first.length()), ' ');
        return Lexicon.finish(Lexicon.and(begun, second, 0, second.length()));
    }

    private static long beginning(String letters) {
        return Lexicon.and(Lexicon.START, letters, 0, letters.length());
    }

    /** Each once, in the order in which they come; 0, which is no feature's key, stands for nothing. */
    private static final class Keys implements LongConsumer {

        private long[] all;
        private long[] table;
        private int size;

        Keys(int expected) {
            all = new long[Math.max(16, expected)];
            table = new long[Integer.highestOneBit(all.length) * 4];
        }

        @Override
        public void accept(long key) {
            if (size == all.length) grow();
            if (isNew(key)) all[size++] = key;
        }

        private boolean isNew(long key) {
            int at = (int) key & table.length - 1;
            while (table[at] != 0) {
                if (table[at] == key) return false;
                at = at + 1 & table.length - 1;
            }
            table[at] = key;
            return true;
        }

        private void grow() {
            all = Arrays.copyOf(all, size * 2);
            table = new long[table.length * 2];
            for (int i = 0; i < size; i++) isNew(all[i]);
        }

        long[] all() {
            return Arrays.copyOf(all, size);
        }
    }
}
