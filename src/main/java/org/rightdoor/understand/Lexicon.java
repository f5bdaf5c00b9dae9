package org.rightdoor.understand;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * Names and their numbers, in the order in which they were given, from 0. Hundreds of thousands of names of features lie in a
 * few arrays, and each is found by one look into the memory where a map of strings needs five: most of the time that reading
 * by words took was waiting for those.
 */
public final class Lexicon {

    /** In {@link #number} for what is none of the names. */
    static final int NONE = -1;

    /** Where the {@link #key} of a name begins, letter by letter. */
    static final long START = 0x9E3779B97F4A7C15L;

    private static final long STEP = 0x5851F42D4C957F2DL;
    private static final int BITS_OF_NUMBER = 24;
    private static final long NUMBER = (1L << BITS_OF_NUMBER) - 1;

    /** The upper bits of the key, and the number and one in the lower ones; 0 where nothing lies. At most half of it is full. */
    private final long[] table;

    private final byte[] letters;
    private final int[] ends;

    private Lexicon(long[] table, byte[] letters, int[] ends) {
        this.table = table;
        this.letters = letters;
        this.ends = ends;
    }

    /** @param names each once, fewer than 16 million */
    static Lexicon of(Collection<String> names) {
        if (names.size() >= NUMBER) throw new IllegalArgumentException(names.size() + " names are too many");
        var table = new long[Integer.highestOneBit(Math.max(1, names.size())) * 4];
        var letters = ByteBuffer.allocate(
                names.stream().mapToInt(name -> bytes(name).length).sum());
        var ends = new int[names.size()];
        int number = 0;
        for (var name : names) {
            letters.put(bytes(name));
            ends[number] = letters.position();
            put(key(name), ++number, table);
        }
        return new Lexicon(table, letters.array(), ends);
    }

    private static void put(long key, int numberAndOne, long[] table) {
        int at = place(key, table);
        while (table[at] != 0) at = at + 1 & table.length - 1;
        table[at] = key & ~NUMBER | numberAndOne;
    }

    private static int place(long key, long[] table) {
        return (int) (key * STEP >>> 32) & table.length - 1;
    }

    int size() {
        return ends.length;
    }

    /** The number of the name with this {@link #key}, or {@link #NONE}. Another name of 10^12 is taken for it. */
    int number(long key) {
        for (int at = place(key, table); table[at] != 0; at = at + 1 & table.length - 1) {
            if ((table[at] & ~NUMBER) == (key & ~NUMBER)) return (int) (table[at] & NUMBER) - 1;
        }
        return NONE;
    }

    int number(CharSequence name) {
        return number(key(name));
    }

    String name(int number) {
        int start = number == 0 ? 0 : ends[number - 1];
        return new String(letters, start, ends[number] - start, StandardCharsets.UTF_8);
    }

    /** True where both give every name the same number. */
    boolean isSame(Lexicon other) {
        return Arrays.equals(ends, other.ends) && Arrays.equals(letters, other.letters);
    }

    /** What a name is found by: 64 bits of all its letters. */
    public static long key(CharSequence name) {
        return key(name, 0, name.length());
    }

    /** That of a part of a text. */
    public static long key(CharSequence text, int from, int to) {
        return finish(and(START, text, from, to));
    }

    /** The beginning of a key with these letters more. */
    static long and(long begun, CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) begun = and(begun, text.charAt(i));
        return begun;
    }

    static long and(long begun, char letter) {
        return (begun + letter + 1) * STEP;
    }

    /** A key of its beginning with all its letters: every one of them changes every bit (MurmurHash3, fmix64). */
    static long finish(long begun) {
        long key = (begun ^ begun >>> 33) * 0xFF51AFD7ED558CCDL;
        key = (key ^ key >>> 33) * 0xC4CEB9FE1A85EC53L;
        return key ^ key >>> 33;
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
