package org.rightdoor.answers;

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
    private final CompletableFuture<Read> read = new CompletableFuture<>();

    private ReadAhead(Path rules, Path cache) {
        this.rules = rules;
        this.cache = cache;
    }

    /**
     * Checks the files as the command {@code rules check} does, and where they are sound goes on in the background.
     *
     * @return false when there are faults, which are printed then
     */
    public static boolean begin(Path rules, Path data, PrintStream out) {
        var seen = DirectoryState.of(rules);
        var checked = RulesCheck.checked(rules, out);
        if (checked.isEmpty()) return false;
        var ahead = new ReadAhead(rules, cache(data));
        var thread = new Thread(() -> ahead.read(seen, checked.get()), "reading-ahead");
        thread.setDaemon(true);
        thread.start();
        BEGUN.set(ahead);
        return true;
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

    private void read(DirectoryState seen, RulesDirectory directory) {
        try {
            read.complete(new Read(seen, directory, Knowledge.of(directory, List.of(), List.of(), cache)));
        } catch (RuntimeException | Error failure) {
            read.completeExceptionally(failure);
        }
    }
}
