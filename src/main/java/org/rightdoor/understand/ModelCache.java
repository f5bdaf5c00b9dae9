package org.rightdoor.understand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jboss.logging.Logger;

/** Keeps the trained model in a directory, under a name that changes with the texts and with how they are read. */
record ModelCache(Path directory) {

    /** To be raised whenever features, training or the file change. */
    private static final int VERSION = 1;

    private static final Logger LOG = Logger.getLogger(ModelCache.class);

    /** The model trained on these texts: from the directory, or trained now and kept. A broken file is trained anew. */
    Model get(List<TrainingText> texts) {
        var file = directory.resolve("model-" + fingerprint(texts) + ".bin");
        if (Files.exists(file)) {
            try {
                return ModelFile.read(file);
            } catch (IOException | RuntimeException e) {
                LOG.warnf("%s cannot be read and is trained anew: %s", file, e);
            }
        }
        var model = Model.learn(texts);
        keep(model, file);
        return model;
    }

    /** A model that cannot be kept is no reason not to start: the next start trains again. */
    private void keep(Model model, Path file) {
        try {
            Files.createDirectories(directory);
            var unfinished = Files.createTempFile(directory, "model-", ".tmp");
            ModelFile.write(model, unfinished);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            removeOthers(file);
        } catch (IOException e) {
            LOG.warnf("The trained model could not be kept in %s: %s", directory, e);
        }
    }

    private void removeOthers(Path file) throws IOException {
        try (var others = Files.newDirectoryStream(directory, "model-*.{bin,tmp}")) {
            for (var other : others) {
                if (!other.equals(file)) {
                    Files.deleteIfExists(other);
                }
            }
        }
    }

    private static String fingerprint(List<TrainingText> texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) VERSION);
            for (var text : texts) {
                var line = text.topic() + '\0' + text.language() + '\0' + text.text() + '\0';
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
