package org.rightdoor.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.access.RouteTable.Line;
import org.rightdoor.access.RouteTable.Outcome;
import org.rightdoor.people.Staff;
import org.rightdoor.portal.OwnBrowser;

/** Every route with every role, over HTTP, against the table that says who may. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class AccessMatrixTest {

    private static final String NEVER_GIVEN = "999999999";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Map<String, String> sessions = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> logIns = new HashMap<>();

    @Test
    void Every_route_lets_in_whom_it_should_and_nobody_else() {
        var table = RouteTable.read();
        var media = Route.of(new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("org.rightdoor"));
        hire();
        var wrong = new ArrayList<String>();
        table.lines().forEach((route, line) -> table.roles().forEach(role -> {
            var found = tried(route, media.get(route), role, line);
            if (found != null) wrong.add("%s %s as %s: %s".formatted(route.method(), route.path(), role, found));
        }));
        assertThat(wrong).as("what the table says otherwise").isEmpty();
    }

    /** What is wrong, or null. */
    private String tried(Route route, String media, String role, Line line) {
        var expected = line.expected().get(role);
        var response = send(route, media, role);
        // The request before may have ended the session: that is no answer about this route.
        if (expected != Outcome.OUT && sessions.containsKey(role) && outcome(response) == Outcome.OUT) {
            sessions.put(role, TestStaff.session(logIns.get(role)));
            response = send(route, media, role);
        }
        if (response.statusCode() >= 500) return "fails with " + response.statusCode();
        var found = outcome(response);
        var fits = found == expected || expected == Outcome.IN && found == Outcome.GONE && line.mayMiss();
        return fits ? null : response.statusCode() + " is " + found + ", and " + expected + " was said";
    }

    private static Outcome outcome(HttpResponse<?> response) {
        var toLogIn = response.headers().firstValue("Location").orElse("").matches("(https?://[^/]+)?/login\\??.*");
        return switch (response.statusCode()) {
            case 401 -> Outcome.OUT;
            case 403 -> Outcome.NO;
            case 404, 410 -> Outcome.GONE;
            // Whoever is asked to log in gets 302; who has logged out is sent there by 303.
            case 302 -> toLogIn ? Outcome.OUT : Outcome.IN;
            default -> Outcome.IN;
        };
    }

    private HttpResponse<?> send(Route route, String media, String role) {
        var ofFamily = UUID.randomUUID().toString().replace("-", "").substring(0, 22);
        var path = route.path();
        if (path.contains("/inquiries/{number}") || path.contains("{token}") && isOfFamily(role)) {
            path = path.replace("{number}", Long.toString(anotherCase(ofFamily, role.equals("expired"))));
        }
        path = path.replace("{token}", ofFamily)
                .replace("{department}", "transportation")
                .replaceAll("\\{\\w+}", NEVER_GIVEN);
        var request = HttpRequest.newBuilder(URI.create(TestDistrict.PUBLIC_URL + path))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html,*/*;q=0.5");
        if (route.method().equals("GET")) {
            request.GET();
        } else {
            request.header("Content-Type", media)
                    .method(route.method(), BodyPublishers.ofString(media.endsWith("/json") ? "{}" : ""));
        }
        identify(request, role, ofFamily);
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                // A stream of events would go on for minutes: how it begins is enough.
                if (!isStream(response)) body.transferTo(OutputStream.nullOutputStream());
            }
            return response;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(route + " as " + role, failure);
        }
    }

    private static boolean isStream(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
    }

    private void identify(HttpRequest.Builder request, String role, String token) {
        switch (role) {
            case "nobody" -> {}
            case "link", "expired" -> request.header("Cookie", OwnBrowser.cookie(token));
            case "small", "key", "revoked" -> request.header("Authorization", "Bearer " + keys.get(role));
            default -> request.header("Cookie", "rightdoor-session=" + sessions.get(role));
        }
    }

    private void hire() {
        var staff = Map.of(
                "viewer", TestStaff.hire(Staff.VIEWER, "transportation"),
                "helper", TestStaff.hire(Staff.HELPER, "transportation"),
                "agent", TestStaff.hire(Staff.AGENT, "transportation"),
                "other", TestStaff.hire(Staff.AGENT, "nutrition"),
                "lead", TestStaff.hire(Staff.LEAD, "transportation"),
                "admin", TestStaff.hire(Staff.ADMIN),
                "records", TestStaff.hire(Staff.RECORDS));
        keys.put("small", TestKeys.key("inquiries:create"));
        keys.put("key", TestKeys.key(TestKeys.EVERYTHING));
        keys.put("revoked", TestKeys.revoked());
        logIns.putAll(staff);
        staff.forEach((role, email) -> sessions.put(role, TestStaff.session(email)));
    }

    private static boolean isOfFamily(String role) {
        return role.equals("link") || role.equals("expired");
    }

    private static long anotherCase(String token, boolean settledLongAgo) {
        var number = anotherCase(token);
        if (settledLongAgo) {
            TestStaff.sql(
                    "update inquiry set status = 'RESOLVED', waiting_since = null, resolved_at = now() - interval '20 years' where number = ?",
                    number);
        }
        return number;
    }

    private static long anotherCase(String token) {
        return TestStaff.number(
                """
                with who as (insert into person (name) values ('Ana Ruiz') returning id),
                mail as (insert into address (person_id, kind, value)
                    select id, 'EMAIL', gen_random_uuid() || '@family.example' from who),
                matter as (insert into inquiry (person_id, subject, department, contacts, opened_at, last_contact_at, waiting_since)
                    select id, 'The bus is late', 'transportation', 1, now(), now(), now() from who returning number, person_id),
                link as (insert into case_link (token, inquiry_number, whole) select ?, number, true from matter),
                said as (insert into contact (inquiry_number, person_id, channel, external_id, at, text, counts)
                    select number, person_id, 'WEB', gen_random_uuid()::text, now(), 'The bus is late', true from matter)
                select number from matter""",
                token);
    }
}
