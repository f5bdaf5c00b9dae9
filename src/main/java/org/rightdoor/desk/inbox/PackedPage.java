package org.rightdoor.desk.inbox;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A page as it goes out, packed once for all who ask for it. */
record PackedPage(byte[] html, byte[] packed) {

    static PackedPage of(String text) {
        var html = text.getBytes(StandardCharsets.UTF_8);
        return new PackedPage(html, packed(html));
    }

    /** What is to be sent to whoever asked, who is told here how it is packed. */
    byte[] toSend(RoutingContext asked) {
        var understood = asked.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (understood == null || !understood.contains("gzip")) return html;
        // Netty takes the header for a wish in HTTP/2, and would pack what is packed
        // (CompressorHttp2ConnectionEncoder).
        if (asked.request().version() == HttpVersion.HTTP_2) return html;
        // Here and not with the other headers, for Quarkus adds those to its own, which says that nothing is packed.
        asked.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        return packed;
    }

    private static byte[] packed(byte[] html) {
        var packed = new ByteArrayOutputStream(html.length / 4);
        try (var gzip = new FastGzip(packed)) {
            gzip.write(html);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return packed.toByteArray();
    }

    /** At the fastest level, for a list is much alike from row to row; others were not compared. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 8_192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
