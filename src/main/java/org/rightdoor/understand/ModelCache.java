package org.rightdoor.understand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Keeps the latest trained models in a directory, under names that change with the texts and with how they are read. */
record ModelCache(Path directory) {

    /** To be raised whenever features, training or the file change. */
    private static final int VERSION = 12;

    /** That of the rules alone, the one in force and the one before it, to which one may go back. */
    private static final int MOST_KEPT = 3;

    private static final Logger LOG = Logger.getLogger(ModelCache.class);

    /** The model trained on these texts before. Empty when there is none, or when its file is broken. */
    Optional<Model> kept(List<TrainingText> texts, Encoder encoder) {
        var file = file(texts, encoder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var in = CheckedFile.read(file)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            var model = ModelFile.read(in, encoder);
            return Optional.of(model.readsMeaning() ? model.among(texts, places(model, texts, encoder)) : model);
        } catch (IOException | RuntimeException e) {
            LOG.warnf("%s cannot be read and is made anew: %s", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** Trains on the texts and keeps what was learned. A model that cannot be kept is trained again at the next start. */
    Model learn(List<TrainingText> texts, Encoder encoder) {
        return learn(texts, encoder, vectors(encoder));
    }

    /** The same, in half the time where two processors have nothing else to do. */
    Model learnOnAllProcessors(List<TrainingText> texts, Encoder encoder) {
        var vectors = vectors(encoder);
        if (encoder != null) vectors.prepare(Model.encoded(texts), encoder);
        return learn(texts, encoder, vectors);
    }

    private Model learn(List<TrainingText> texts, Encoder encoder, Vectors vectors) {
        var model = Model.learn(texts, encoder, vectors);
        try {
            var file = file(texts, encoder);
            CheckedFile.write(file, out -> ModelFile.write(model, out));
            removeOld("model-");
            if (model.readsMeaning()) keep(model.heads().neighbours().places(), texts);
            if (encoder != null) {
                var encoded = new LinkedHashSet<>(Model.encoded(texts));
                CheckedFile.write(vectorFile(), out -> vectors.write(encoded, out));
            }
        } catch (IOException e) {
            LOG.warnf("The trained model could not be kept in %s: %s", directory, e);
        }
        return model;
    }

    /** Kept beside the model since they take longer to find out than all the rest of it to read. */
    private RoundedPlace[] places(Model model, List<TrainingText> texts, Encoder encoder) {
        var file = placesFile(texts);
        if (Files.exists(file)) {
            try (var in = CheckedFile.read(file)) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
                return RoundedPlace.read(in);
            } catch (IOException e) {
                LOG.warnf("%s cannot be read and is made anew: %s", file, e.getMessage());
            }
        }
        var places = model.places(texts, encoder, vectors(encoder));
        keep(places, texts);
        return places;
    }

    private void keep(RoundedPlace[] places, List<TrainingText> texts) {
        try {
            CheckedFile.write(placesFile(texts), out -> RoundedPlace.write(places, out));
            removeOld("places-");
        } catch (IOException e) {
            LOG.warnf("Where the texts lie could not be kept in %s: %s", directory, e);
        }
    }

    private Vectors vectors(Encoder encoder) {
        if (encoder != null && Files.exists(vectorFile())) {
            try (var in = CheckedFile.read(vectorFile())) {
                return Vectors.read(in);
            } catch (IOException | RuntimeException e) {
                LOG.warnf("%s cannot be read and is made anew: %s", vectorFile(), e.getMessage());
            }
        }
        return new Vectors();
    }

    private Path file(List<TrainingText> texts, Encoder encoder) {
        return directory.resolve("model-" + fingerprint(texts, encoder != null) + ".bin");
    }

    private Path placesFile(List<TrainingText> texts) {
        return directory.resolve("places-" + fingerprint(texts, true) + ".bin");
    }

    private Path vectorFile() {
        return directory.resolve("vectors.bin");
    }

    private void removeOld(String kind) throws IOException {
        try (var files = Files.list(directory)) {
            var old = files.filter(file -> file.getFileName().toString().startsWith(kind))
                    .sorted(Comparator.comparing(ModelCache::lastUsed).reversed())
                    .skip(MOST_KEPT)
                    .toList();
            for (var file : old) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileTime lastUsed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    static String fingerprint(List<TrainingText> texts, boolean withMeaning) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) VERSION);
            digest.update((byte) (withMeaning ? 1 : 0));
            if (withMeaning) digest.update(Integer.toString(Encoder.edition()).getBytes(StandardCharsets.UTF_8));
            for (var text : texts) {
                var line = text.topic() + '\0' + text.language() + '\0' + text.text() + '\0' + text.corrected();
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
