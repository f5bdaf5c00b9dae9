package org.rightdoor.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A copy of a district with two departments, in which a test may break things. */
public record SmallDistrict(Path directory) {

    private static final Path ORIGINAL = Path.of("src/test/resources/small-district");

    public static SmallDistrict in(Path directory) {
        try (var paths = Files.walk(ORIGINAL)) {
            for (var path : paths.toList()) {
                var copy = directory.resolve(ORIGINAL.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
            return new SmallDistrict(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SmallDistrict change(String file, String from, String to) {
        var text = read(file);
        assertThat(text).as("what the test wants to change in %s", file).contains(from);
        return write(file, text.replace(from, to));
    }

    public SmallDistrict append(String file, String text) {
        return write(file, read(file) + text);
    }

    public SmallDistrict write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public SmallDistrict write(String file, byte[] bytes) {
        try {
            Files.write(directory.resolve(file), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SmallDistrict delete(String file) {
        try (var paths = Files.walk(directory.resolve(file))) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The faults as {@code file:line: reason}, the file as seen from the district's directory. */
    public static List<String> lines(Path directory, List<Fault> faults) {
        return faults.stream()
                .map(fault -> directory.relativize(fault.file()) + ":" + fault.line() + ": "
                        + fault.reason().replace(directory + "/", ""))
                .toList();
    }

    private String read(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
