package org.rightdoor.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.rightdoor.understand.CheckedFile;
import org.rightdoor.understand.Classifier;

/** What trying the answers out has shown, kept in a file: trying them again takes longer than the rest of a start. */
record KeptRehearsals(Path file, String fingerprint) {

    /** To be raised whenever the answers are tried out in another way. */
    private static final int VERSION = 2;

    private static final Logger LOG = Logger.getLogger(KeptRehearsals.class);

    static KeptRehearsals of(List<Answer> answers, Classifier classifier, Path directory) {
        return new KeptRehearsals(directory.resolve("rehearsals.bin"), fingerprint(answers, classifier));
    }

    /** By language; empty when these answers have not been tried out with this classifier. */
    Optional<Map<String, Rehearsed>> read() {
        if (!Files.exists(file)) return Optional.empty();
        try (var in = CheckedFile.read(file)) {
            if (!in.readUTF().equals(fingerprint)) return Optional.empty();
            var byLanguage = new TreeMap<String, Rehearsed>();
            for (var languages = in.readInt(); languages > 0; languages--) {
                byLanguage.put(in.readUTF(), Rehearsed.from(in));
            }
            return Optional.of(byLanguage);
        } catch (IOException e) {
            LOG.warnf("%s cannot be read and is made anew: %s", file, e.getMessage());
            return Optional.empty();
        }
    }

    void write(Map<String, Rehearsed> byLanguage) {
        try {
            CheckedFile.write(file, out -> {
                out.writeUTF(fingerprint);
                out.writeInt(byLanguage.size());
                for (var language : byLanguage.entrySet()) {
                    out.writeUTF(language.getKey());
                    language.getValue().writeTo(out);
                }
            });
        } catch (IOException e) {
            LOG.warnf("What the answers have learnt could not be kept in %s: %s", file, e);
        }
    }

    private static String fingerprint(List<Answer> answers, Classifier classifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) VERSION);
            digest.update(classifier.fingerprint().getBytes(StandardCharsets.UTF_8));
            for (var answer : answers) {
                var line = answer.id() + '\0' + answer.topic() + '\0' + new TreeMap<>(answer.questions()) + '\0';
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
