package org.rightdoor.understand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Places texts by their meaning, with the one encoder of this process. Safe for use by many threads. */
public final class Embedder {

    private static final Logger LOG = Logger.getLogger(Embedder.class);

    private final Encoder encoder;

    Embedder(Encoder encoder) {
        this.encoder = encoder;
    }

    /** Empty where the encoder cannot run, and words alone must do. */
    public static Optional<Embedder> shared() {
        return Optional.ofNullable(Encoder.shared()).map(Embedder::new);
    }

    /**
     * Takes some milliseconds; where the same text is read by {@link Classifier#read}, its reading holds the embedding
     * already.
     *
     * @throws IllegalStateException when the encoder fails on this text
     */
    public Embedding of(String text) {
        return new Embedding(encoder.encode(CleanText.of(text).text()));
    }

    /**
     * Embeds on all processors; those kept in the file are taken from there, and afterwards it holds just these. A text on
     * which the encoder fails is missing.
     */
    public Map<String, Embedding> of(Collection<String> texts, Path kept) {
        var before = read(kept).byText();
        var embeddings = new ConcurrentHashMap<String, Embedding>();
        texts.parallelStream().distinct().forEach(text -> embedding(text, before.get(text))
                .ifPresent(found -> embeddings.put(text, found)));
        if (!before.keySet().containsAll(embeddings.keySet())) {
            write(embeddings, kept);
        }
        return embeddings;
    }

    private Optional<Embedding> embedding(String text, float[] known) {
        try {
            return Optional.of(known == null ? of(text) : new Embedding(known));
        } catch (IllegalStateException e) {
            LOG.warn(e.getMessage(), e);
            return Optional.empty();
        }
    }

    private static Vectors read(Path kept) {
        if (Files.exists(kept)) {
            try (var in = CheckedFile.read(kept)) {
                return Vectors.read(in);
            } catch (IOException | RuntimeException e) {
                LOG.warnf("%s cannot be read and is made anew: %s", kept, e.getMessage());
            }
        }
        return new Vectors();
    }

    private static void write(Map<String, Embedding> embeddings, Path kept) {
        var vectors = new Vectors();
        embeddings.forEach((text, embedding) -> vectors.byText().put(text, embedding.vector()));
        try {
            CheckedFile.write(kept, out -> vectors.write(embeddings.keySet(), out));
        } catch (IOException e) {
            LOG.warnf("The embeddings could not be kept in %s: %s", kept, e);
        }
    }
}
