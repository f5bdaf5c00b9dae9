package org.rightdoor.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreachedPasswordsTest {

    private static final List<String> STOLEN =
            IntStream.range(0, 200).mapToObj(i -> "stolen word " + i).toList();

    @TempDir
    Path place;

    @Test
    void Every_line_of_one_sorted_file_is_found_and_nothing_else() throws IOException {
        var file = place.resolve("pwned.txt");
        Files.write(
                file,
                STOLEN.stream()
                        .map(BreachedPasswordsTest::sha1)
                        .sorted()
                        .map(hash -> hash + ":3")
                        .toList());
        var breached = new BreachedPasswords(file);
        assertThat(STOLEN).allMatch(breached::contain);
        assertThat(IntStream.range(0, 200).mapToObj(i -> "our own word " + i)).noneMatch(breached::contain);
    }

    @Test
    void A_file_with_one_line_and_an_empty_one_are_read() throws IOException {
        var one = Files.writeString(place.resolve("one"), sha1("alone") + ":1");
        assertThat(new BreachedPasswords(one).contain("alone")).isTrue();
        assertThat(new BreachedPasswords(one).contain("other")).isFalse();
        assertThat(new BreachedPasswords(Files.createFile(place.resolve("none"))).contain("alone"))
                .isFalse();
    }

    @Test
    void A_directory_of_ranges_is_read_as_the_downloader_leaves_it() throws IOException {
        for (var name : Stream.of("with ending", "without").toList()) {
            var hash = sha1(name);
            var file = hash.substring(0, 5) + (name.equals("without") ? "" : ".txt");
            Files.writeString(place.resolve(file), "0".repeat(35) + ":1\r\n" + hash.substring(5) + ":42\r\n");
        }
        var breached = new BreachedPasswords(place);
        assertThat(breached.contain("with ending")).isTrue();
        assertThat(breached.contain("without")).isTrue();
        assertThat(breached.contain("neither")).isFalse();
    }

    private static String sha1(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes());
            return HexFormat.of().withUpperCase().formatHex(hash);
        } catch (java.security.NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
