package org.rightdoor.understand;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Keeps what a {@link Detector} has learnt, under a name that changes with the texts. */
record AlertnessCache(Path directory) {

    /** To be raised whenever features, training or the file change. */
    private static final int VERSION = 7;

    private static final Logger LOG = Logger.getLogger(AlertnessCache.class);

    /** What was learnt of these texts before; empty when there is none, or when its file is broken. */
    Optional<Alertness> of(List<TrainingText> texts) {
        var file = file(texts);
        if (!Files.exists(file)) return Optional.empty();
        try (var in = CheckedFile.read(file)) {
            return Optional.of(read(in));
        } catch (IOException | RuntimeException e) {
            LOG.warnf("%s cannot be read and is made anew: %s", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** Learns, with the meaning where the encoder runs, and keeps it. */
    Alertness learn(List<TrainingText> texts) {
        var alertness = Alertness.of(texts, this::embeddings);
        try {
            removeOld();
            CheckedFile.write(file(texts), out -> write(alertness, out));
        } catch (IOException e) {
            LOG.warnf("What the safety net has learnt could not be kept in %s: %s", directory, e);
        }
        return alertness;
    }

    private Map<String, Embedding> embeddings(List<String> texts) {
        return Embedder.shared()
                .map(embedder -> embedder.of(texts, directory.resolve("safety-vectors.bin")))
                .orElse(Map.of());
    }

    private Path file(List<TrainingText> texts) {
        var name = ModelCache.fingerprint(texts, Encoder.shared() != null);
        return directory.resolve("safety-" + VERSION + "-" + name + ".bin");
    }

    private void removeOld() throws IOException {
        if (!Files.isDirectory(directory)) return;
        var old = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(directory, "safety-[0-9]*.bin")) {
            files.forEach(old::add);
        }
        for (var file : old) Files.deleteIfExists(file);
    }

    private static void write(Alertness alertness, DataOutputStream out) throws IOException {
        ModelFile.write(alertness.callsByWords(), out);
        ModelFile.write(alertness.kindsByWords(), out);
        ModelFile.write(alertness.kindsByMeaning(), out);
        out.writeBoolean(alertness.callsByLikeness() != null);
        if (alertness.callsByLikeness() != null) {
            alertness
                    .callsByLikeness()
                    .writeTo(out, alertness.callsByWords().model.features());
        }
    }

    private static Alertness read(DataInputStream in) throws IOException {
        var calls = ModelFile.readLexical(in);
        return new Alertness(
                calls,
                ModelFile.readLexical(in).sharing(calls),
                ModelFile.readMeaning(in, Encoder.shared()),
                in.readBoolean() ? Likeness.from(in, calls.model.features()) : null,
                null);
    }
}
