package org.rightdoor.desk.answers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What has changed from one text to the next, word by word. */
record Difference(List<Piece> pieces) {

    /** Beyond this many words on either side the texts are shown one after the other. */
    private static final int MOST_WORDS = 1_000;

    enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    record Piece(Kind kind, String text) {
        public boolean removed() {
            return kind == Kind.REMOVED;
        }

        public boolean added() {
            return kind == Kind.ADDED;
        }
    }

    static Difference of(String before, String after) {
        var old = words(before);
        var now = words(after);
        return new Difference(
                old.length > MOST_WORDS || now.length > MOST_WORDS
                        ? pieces(new String[] {before}, new String[] {after})
                        : pieces(old, now));
    }

    boolean isNone() {
        return pieces.stream().allMatch(piece -> piece.kind == Kind.SAME);
    }

    // Each word keeps the space behind it, so that the pieces put together are the text.
    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split("(?<=\\s)(?=\\S)");
    }

    private static List<Piece> pieces(String[] old, String[] now) {
        var common = commonLengths(old, now);
        Deque<Piece> pieces = new ArrayDeque<>();
        var i = 0;
        var j = 0;
        while (i < old.length || j < now.length) {
            if (i < old.length && j < now.length && old[i].strip().equals(now[j].strip())) {
                add(pieces, Kind.SAME, now[j++]);
                i++;
            } else if (j == now.length || i < old.length && common[i + 1][j] >= common[i][j + 1]) {
                add(pieces, Kind.REMOVED, old[i++]);
            } else {
                add(pieces, Kind.ADDED, now[j++]);
            }
        }
        return List.copyOf(pieces);
    }

    /** How many words the rests have in common, by where each begins. */
    private static int[][] commonLengths(String[] old, String[] now) {
        var common = new int[old.length + 1][now.length + 1];
        for (var i = old.length - 1; i >= 0; i--) {
            for (var j = now.length - 1; j >= 0; j--) {
                common[i][j] = old[i].strip().equals(now[j].strip())
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void add(Deque<Piece> pieces, Kind kind, String text) {
        var last = pieces.peekLast();
        if (last != null && last.kind == kind) {
            pieces.removeLast();
            pieces.add(new Piece(kind, last.text + text));
        } else {
            pieces.add(new Piece(kind, text));
        }
    }
}
