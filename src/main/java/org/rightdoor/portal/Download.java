package org.rightdoor.portal;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.rightdoor.inquiry.Attachment;

/** Hands out a file to be saved; whatever a stranger sent, it is never shown or run on this site. */
public final class Download {

    private Download() {}

    public static Response of(Attachment file) {
        return Response.ok(file.content, MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file.name))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** RFC 6266 section 4.3: the name in percent-encoded UTF-8, so that nothing in it can end the header. */
    public static String disposition(String name) {
        var encoded = URLEncoder.encode(name == null || name.isBlank() ? "file" : name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename*=UTF-8''" + encoded;
    }
}
