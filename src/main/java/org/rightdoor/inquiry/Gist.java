package org.rightdoor.inquiry;

import org.rightdoor.understand.Embedding;

/** What a case is about, as a direction among meanings: a byte a dimension loses nothing that likeness would notice. */
record Gist(byte[] direction) {

    static Gist of(Embedding embedding) {
        var vector = embedding.vector();
        var longest = 0f;
        for (var value : vector) longest = Math.max(longest, Math.abs(value));
        var direction = new byte[vector.length];
        for (int i = 0; i < vector.length && longest > 0; i++) {
            direction[i] = (byte) Math.round(Byte.MAX_VALUE * vector[i] / longest);
        }
        return new Gist(direction);
    }

    /** 1 for the same meaning, about 0 for nothing in common; 0 where an encoder of another size placed one of them. */
    double likeness(Gist other) {
        if (direction.length != other.direction.length) return 0;
        long both = 0;
        long mine = 0;
        long theirs = 0;
        for (int i = 0; i < direction.length; i++) {
            both += direction[i] * other.direction[i];
            mine += direction[i] * direction[i];
            theirs += other.direction[i] * other.direction[i];
        }
        return mine == 0 || theirs == 0 ? 0 : both / Math.sqrt((double) mine * theirs);
    }
}
