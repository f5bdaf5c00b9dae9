package org.rightdoor.answers;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the district knows, taken in by one processor while the other starts the database and the server: it takes some
 * seconds, and nothing of it needs them. {@link CurrentKnowledge} waits for it before anything is served.
 */
public final class ReadAhead {

    private static final AtomicReference<ReadAhead> BEGUN = new AtomicReference<>();

    /** @param seen the files as they were just before they were read */
    record Read(DirectoryState seen, RulesDirectory directory, Knowledge knowledge) {}

    private final Path rules;
    private final Path cache;
    private final CompletableFuture<Boolean> sound = new CompletableFuture<>();
    private final CompletableFuture<Read> read = new CompletableFuture<>();

    private ReadAhead(Path rules, Path cache) {
        this.rules = rules;
        this.cache = cache;
    }

    /** Checks the files as the command {@code rules check} does, and where they are sound goes on, all in the background. */
    public static void begin(Path rules, Path data, PrintStream out) {
        var ahead = new ReadAhead(rules, cache(data));
        var thread = new Thread(() -> ahead.read(out), "reading-ahead");
        thread.setDaemon(true);
        thread.start();
        BEGUN.set(ahead);
    }

    /**
     * Waits until the files have been checked, where that was begun: before the database is touched.
     *
     * @throws ConfigurationException where they have faults, which were printed: Quarkus shows only its message
     */
    static void demandSound(Path rules) {
        var ahead = BEGUN.get();
        if (ahead == null || !ahead.rules.equals(rules) || ahead.sound.join()) return;
        throw new ConfigurationException("The rules in " + rules + " have faults.");
    }

    static Path cache(Path data) {
        return data.resolve("model");
    }

    /** What was begun for these directories and not taken yet, once; empty where the files have changed meanwhile. */
    static Optional<Read> taken(Path rules, Path cache) {
        var ahead = BEGUN.getAndSet(null);
        if (ahead == null || !ahead.rules.equals(rules) || !ahead.cache.equals(cache)) return Optional.empty();
        try {
            return Optional.of(ahead.read.join()).filter(read -> read.seen.equals(DirectoryState.of(rules)));
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void read(PrintStream out) {
        try {
            var seen = DirectoryState.of(rules);
            var checked = RulesCheck.checked(rules, out);
            if (checked.isEmpty())
                out.println("RightDoor cannot start: the lines above say what to mend in " + rules + ".");
            sound.complete(checked.isPresent());
            checked.map(directory -> Knowledge.of(directory, List.of(), List.of(), cache))
                    .ifPresent(knowledge -> read.complete(new Read(seen, checked.get(), knowledge)));
        } catch (RuntimeException | Error failure) {
            sound.completeExceptionally(failure);
            read.completeExceptionally(failure);
        }
    }
}
