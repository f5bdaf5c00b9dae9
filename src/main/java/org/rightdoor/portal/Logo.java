package org.rightdoor.portal;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.routing.RoutingRules;

/** The district's logo, read with the rules and kept while they stay the same. */
@Path("/logo")
@ApplicationScoped
class Logo {

    private static final int PNG_WIDTH_AT = 16;
    private static final Pattern VIEW_BOX =
            Pattern.compile("viewBox=[\"'][-\\d.]+[ ,]+[-\\d.]+[ ,]+([\\d.]+)[ ,]+([\\d.]+)");

    /**
     * @param path with a fingerprint, or null where the district has none
     * @param width as part of {@code height}, so that a page keeps room for it before it is there
     */
    public record Picture(RoutingRules of, byte[] content, String type, String path, int width, int height) {}

    private volatile Picture picture;

    @Inject
    CurrentKnowledge knowledge;

    /** For the pages. */
    @TemplateGlobal
    static Picture logo() {
        return Arc.container().instance(Logo.class).get().now();
    }

    @GET
    @Path("/{fingerprint}")
    public Response picture(String fingerprint) {
        var now = now();
        if (now.path() == null) throw new NotFoundException();
        return Response.ok(now.content(), now.type())
                .header(HttpHeaders.CACHE_CONTROL, Resource.KEPT_FOR_GOOD)
                // A picture may be a document with scripts: opened by itself, it does nothing.
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }

    Picture now() {
        var rules = knowledge.now().rules();
        var current = picture;
        if (current == null || current.of() != rules) {
            current = rules.district()
                    .look()
                    .logo()
                    .map(file -> read(rules, file))
                    .orElse(new Picture(rules, null, null, null, 0, 0));
            picture = current;
        }
        return current;
    }

    static Picture read(RoutingRules rules, java.nio.file.Path file) {
        try {
            var content = Files.readAllBytes(file);
            var path = "/logo/" + Integer.toHexString(Arrays.hashCode(content));
            if (file.toString().endsWith(".png")) {
                var size = ByteBuffer.wrap(content);
                return new Picture(
                        rules, content, "image/png", path, size.getInt(PNG_WIDTH_AT), size.getInt(PNG_WIDTH_AT + 4));
            }
            var box = VIEW_BOX.matcher(new String(content, StandardCharsets.UTF_8));
            var known = box.find();
            return new Picture(
                    rules,
                    content,
                    "image/svg+xml",
                    path,
                    known ? (int) Double.parseDouble(box.group(1)) : 1,
                    known ? (int) Double.parseDouble(box.group(2)) : 1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
