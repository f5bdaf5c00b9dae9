package org.rightdoor.login;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Passwords that were stolen elsewhere, as an installation has downloaded them from Have I Been Pwned: a directory with a
 * file for each first five digits of the SHA-1 ({@code 0018A.txt} with lines {@code REST:COUNT}), or one file of
 * {@code HASH:COUNT} lines in the order of the hashes. Nothing is asked over the network.
 */
record BreachedPasswords(Path place) {

    private static final int DIGITS_IN_NAME = 5;

    boolean contain(String password) {
        try {
            var hash = sha1(password);
            return Files.isDirectory(place) ? isInDirectory(hash) : isInFile(hash);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean isInDirectory(String hash) throws IOException {
        var name = hash.substring(0, DIGITS_IN_NAME);
        var file = Files.exists(place.resolve(name)) ? place.resolve(name) : place.resolve(name + ".txt");
        if (!Files.exists(file)) return false;
        var rest = hash.substring(DIGITS_IN_NAME) + ":";
        try (var lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            return lines.anyMatch(line -> line.regionMatches(true, 0, rest, 0, rest.length()));
        }
    }

    // The whole list has 40 GB: the middle is looked at, then the middle of the half it must be in. The line that is
    // looked for begins at "from" or later and before "to".
    private boolean isInFile(String hash) throws IOException {
        try (var file = new RandomAccessFile(place.toFile(), "r")) {
            long from = 0;
            long to = file.length();
            while (from < to) {
                var middle = (from + to) >>> 1;
                file.seek(middle);
                if (middle > from) file.readLine();
                var start = file.getFilePointer();
                if (start >= to) return isBetween(file, from, to, hash);
                var order = hashOf(file.readLine()).compareToIgnoreCase(hash);
                if (order == 0) return true;
                if (order > 0 && start == from) return false;
                if (order < 0) from = file.getFilePointer();
                else to = middle + 1;
            }
            return false;
        }
    }

    // No more than a line or two are left.
    private static boolean isBetween(RandomAccessFile file, long from, long to, String hash) throws IOException {
        file.seek(from);
        while (file.getFilePointer() < to) {
            if (hashOf(file.readLine()).equalsIgnoreCase(hash)) return true;
        }
        return false;
    }

    private static String hashOf(String line) {
        return line.split(":")[0];
    }

    private static String sha1(String password) {
        try {
            var hash = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
