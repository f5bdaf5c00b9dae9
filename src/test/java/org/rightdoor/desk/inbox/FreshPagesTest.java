package org.rightdoor.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.number;
import static org.rightdoor.TestStaff.session;
import static org.rightdoor.TestStaff.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.people.Staff;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class FreshPagesTest {

    private static final int AT_ONCE = 24;

    @TestHTTPResource("/desk?topic=bus-late")
    URI list;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void Browsers_and_proxies_of_either_protocol_get_it_packed_once() throws Exception {
        var session = session(hire(Staff.AGENT, "transportation"));
        for (var version : HttpClient.Version.values()) {
            var request = HttpRequest.newBuilder(request(session, "gzip"), (name, value) -> true)
                    .version(version);
            // One of its own, for connections are used again; asked twice, for the first settles the protocol.
            var browser = HttpClient.newHttpClient();
            browser.send(request.build(), BodyHandlers.discarding());
            var answer = browser.send(request.build(), BodyHandlers.ofByteArray());
            assertThat(answer.version()).isEqualTo(version);
            unpacked(answer);
        }
    }

    @Test
    void Many_who_ask_at_once_get_the_same_page_packed_once_and_after_a_change_another() throws Exception {
        var email = hire(Staff.AGENT, "transportation");
        var session = session(email);
        var number = number(
                """
                with writer as (insert into person (name) values ('Kept Family') returning id)
                insert into inquiry (person_id, subject, department, topic, opened_at, last_contact_at, waiting_since, contacts, priority, answer_due_at)
                select id, 'kept as it was', 'transportation', 'bus-late', now(), now(), now(), 1, 'URGENT', now() - interval '20 years'
                from writer returning number""");

        var before = atOnce(session);
        assertThat(before).allSatisfy(page -> assertThat(page).contains("kept as it was"));

        sql("update inquiry set subject = 'told anew' where number = ?", number);
        assertThat(atOnce(session))
                .allSatisfy(page -> assertThat(page).contains("told anew").doesNotContain("kept as it was"));
        assertThat(get(session, "identity").headers().firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(text(get(session, "identity").body())).contains("told anew");
    }

    private List<String> atOnce(String session) {
        var asked = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> http.sendAsync(request(session, "gzip"), BodyHandlers.ofByteArray()))
                .toList();
        return asked.stream()
                .map(CompletableFuture::join)
                .map(FreshPagesTest::unpacked)
                .toList();
    }

    private HttpResponse<byte[]> get(String session, String packing) throws Exception {
        return http.send(request(session, packing), BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String session, String packing) {
        return HttpRequest.newBuilder(list)
                .header("Accept-Encoding", packing)
                .header("Cookie", "rightdoor-session=" + session)
                .build();
    }

    private static String unpacked(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return text(packed.readAllBytes());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(byte[] html) {
        var text = new String(html, StandardCharsets.UTF_8);
        assertThat(text).startsWithIgnoringCase("<!doctype html>");
        return text;
    }
}
