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
    private static final int VERSION = 1;

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
        var lines = texts.stream().map(TrainingText::text).toList();
        var embeddings = Embedder.shared()
                .map(embedder -> embedder.of(lines, directory.resolve("safety-vectors.bin")))
                .orElse(Map.of());
        var alertness = Alertness.of(texts, embeddings);
        try {
            removeOld();
            CheckedFile.write(file(texts), out -> write(alertness, out));
        } catch (IOException e) {
            LOG.warnf("What the safety net has learnt could not be kept in %s: %s", directory, e);
        }
        return alertness;
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
        ModelFile.write(alertness.callsByMeaning(), out);
        ModelFile.write(alertness.kindsByMeaning(), out);
    }

    private static Alertness read(DataInputStream in) throws IOException {
        var encoder = Encoder.shared();
        return new Alertness(
                ModelFile.readLexical(in),
                ModelFile.readLexical(in),
                ModelFile.readMeaning(in, encoder),
                ModelFile.readMeaning(in, encoder));
    }
}
