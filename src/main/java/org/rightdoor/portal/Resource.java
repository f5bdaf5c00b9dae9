package org.rightdoor.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file of the build that pages load, under an address that changes with its content. */
final class Resource {

    /** For what stands at an address with a fingerprint: a year, and never asked for again. */
    static final String KEPT_FOR_GOOD = "public, max-age=31536000, immutable";

    private Resource() {}

    static String text(String name) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is missing from the build");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String fingerprint(String content) {
        return Integer.toHexString(content.hashCode());
    }
}
