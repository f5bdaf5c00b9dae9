package org.rightdoor.understand;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was made of something a while ago and would be made of it again; for many threads. */
public final class Lately<K, V> {

    private record Kept<V>(V value, long until) {}

    private final Duration holds;
    private final Map<K, Kept<V>> kept;

    /** @param most beyond it, what was longest not asked for is forgotten */
    public Lately(int most, Duration holds) {
        this.holds = holds;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
                return size() > most;
            }
        };
    }

    public synchronized Optional<V> get(K key) {
        var held = kept.get(key);
        return held != null && held.until - System.nanoTime() > 0 ? Optional.of(held.value) : Optional.empty();
    }

    public synchronized void put(K key, V value) {
        kept.put(key, new Kept<>(value, System.nanoTime() + holds.toNanos()));
    }
}
