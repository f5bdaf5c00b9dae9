package org.rightdoor.desk.rules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files that are to go over those of {@code routing-rules/}, by their path there; those not among them stay as they are. */
record EditedFiles(Map<String, byte[]> byPath) {

    /** In bytes, unpacked; the shipped rules have 1.5 MB. */
    private static final int LARGEST = 20_000_000;

    private static final int MOST = 500;

    private static final Pattern KNOWN =
            Pattern.compile("[\\w-]+\\.yml|(answers|languages)/[\\w-]+\\.yml|training/[\\w-]+\\.[a-z]{2}\\.tsv");

    private static final Pattern FOLDER = Pattern.compile("(^|.*/)(answers|languages|training)/");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** What was sent is not what rules are made of; the message says what to send instead. */
    static final class Unfit extends RuntimeException {
        Unfit(String message) {
            super(message);
        }
    }

    /** @param name a path within {@code routing-rules/}, or a path to one, such as of a ZIP of the whole directory */
    static EditedFiles one(String name, byte[] content) {
        var path = path(name);
        if (path == null) {
            throw new Unfit(
                    "“" + name + "” is no file of routing-rules/, such as rules.yml, answers/transportation.yml or"
                            + " training/transportation.en.tsv.");
        }
        return new EditedFiles(Map.of(path, content));
    }

    /** Other files in it, such as a README, are left out. */
    static EditedFiles zip(InputStream packed) throws IOException {
        var files = new TreeMap<String, byte[]>();
        var size = 0L;
        try (var zip = new ZipInputStream(packed)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var path = entry.isDirectory() ? null : path(entry.getName());
                if (path == null) continue;
                var content = zip.readNBytes(LARGEST + 1);
                size += content.length;
                if (size > LARGEST || files.size() >= MOST) throw new Unfit("The ZIP holds more than rules ever do.");
                files.put(path, content);
            }
        } catch (ZipException broken) {
            throw new Unfit("The ZIP cannot be read: " + broken.getMessage());
        }
        if (files.isEmpty()) throw new Unfit("There is no file of routing-rules/ in it. Pack the directory as it is.");
        return new EditedFiles(files);
    }

    static EditedFiles unpacked(byte[] zip) throws IOException {
        return zip(new ByteArrayInputStream(zip));
    }

    EditedFiles and(EditedFiles others) {
        var all = new TreeMap<>(byPath);
        all.putAll(others.byPath);
        return new EditedFiles(all);
    }

    byte[] zipped() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : byPath.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Only what differs from the directory. */
    EditedFiles changing(Path directory) throws IOException {
        var changed = new TreeMap<String, byte[]>();
        for (var file : byPath.entrySet()) {
            var old = directory.resolve(file.getKey());
            if (!Files.exists(old) || !Arrays.equals(Files.readAllBytes(old), file.getValue())) {
                changed.put(file.getKey(), file.getValue());
            }
        }
        return new EditedFiles(changed);
    }

    /** A copy of the directory with these files over it, in a new directory. */
    Path over(Path directory) throws IOException {
        var copy = Files.createTempDirectory("rules-trial");
        try (var paths = Files.walk(directory)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(directory.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        for (var file : byPath.entrySet()) write(copy.resolve(file.getKey()), file.getValue());
        return copy;
    }

    /**
     * Puts them into the directory, each in one step, after what they replace was copied.
     *
     * @return where the replaced files are kept
     */
    Path putInto(Path directory, Path backups) throws IOException {
        var backup = backups.resolve("rules-" + STAMP.format(Instant.now()));
        Files.createDirectories(backup);
        for (var path : byPath.keySet()) {
            var old = directory.resolve(path);
            if (!Files.exists(old)) continue;
            Files.createDirectories(backup.resolve(path).getParent());
            Files.copy(old, backup.resolve(path));
        }
        for (var file : byPath.entrySet()) {
            var target = directory.resolve(file.getKey());
            // Hidden, so that nobody takes it for a file of the rules before it is whole.
            var whole = target.resolveSibling("." + target.getFileName() + ".new");
            write(whole, file.getValue());
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return backup;
    }

    /** The same as long as no file of the rules changes. */
    static String fingerprint(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : paths.filter(Files::isRegularFile).sorted().toList()) {
                var path = path(directory.relativize(file).toString());
                if (path == null) continue;
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean isWritable(Path directory) {
        return Files.isDirectory(directory)
                && Files.isWritable(directory)
                && Files.isWritable(directory.resolve("rules.yml"));
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    /** The path within the rules, whatever folders it was packed in; null for what is no file of the rules. */
    private static String path(String name) {
        var plain = name.replace('\\', '/');
        if (plain.contains("..") || plain.contains("__MACOSX")) return null;
        var folder = FOLDER.matcher(plain);
        var path = folder.find() ? plain.substring(folder.start(2)) : plain.substring(plain.lastIndexOf('/') + 1);
        return KNOWN.matcher(path).matches() ? path : null;
    }

    /** What {@link #over} has laid out. */
    static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
