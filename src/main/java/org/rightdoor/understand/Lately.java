package org.rightdoor.understand;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was made of something a while ago and would be made of it again; for many threads. What is too old is let go with the next
 * question: it may hold much that nothing else does any more.
 */
public final class Lately<K, V> {

    private record Kept<V>(V value, long until) {

        boolean isOver() {
            return until - System.nanoTime() <= 0;
        }
    }

    private final int most;
    private final Duration holds;

    /** The oldest first. */
    private final Map<K, Kept<V>> kept = new LinkedHashMap<>();

    /** @param most beyond it, the oldest is forgotten */
    public Lately(int most, Duration holds) {
        this.most = most;
        this.holds = holds;
    }

    public synchronized Optional<V> get(K key) {
        letGo();
        return Optional.ofNullable(kept.get(key)).map(Kept::value);
    }

    public synchronized void put(K key, V value) {
        kept.remove(key);
        kept.put(key, new Kept<>(value, System.nanoTime() + holds.toNanos()));
        letGo();
    }

    /** How many are kept just now, be it that they are too old. */
    synchronized int size() {
        return kept.size();
    }

    private void letGo() {
        var oldest = kept.values().iterator();
        while (oldest.hasNext() && (oldest.next().isOver() || kept.size() > most)) oldest.remove();
    }
}
