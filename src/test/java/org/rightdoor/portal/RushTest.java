package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rightdoor.portal.Rush.Rank;

class RushTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Rush rush = new Rush(40, meters);
    private final Queue<Handler<AsyncResult<Void>>> underway = new ArrayDeque<>();

    @Test
    void Families_are_served_when_reports_and_then_staff_are_asked_to_come_again() {
        served("/desk/insight", 10);
        turnedAway("/desk/insight", 30);
        served("/desk", 10);
        turnedAway("/desk", 10);
        served("/api/inquiries", 20);
        turnedAway("/api/inquiries", 3);
        served("/q/health/live", 1);

        assertThat(refused("report")).isEqualTo(1);
        assertThat(refused("desk")).isEqualTo(1);
        assertThat(refused("family")).isEqualTo(1);
        assertThat(underwayByTheMeter()).isEqualTo(41);
    }

    @Test
    void Whoever_ends_makes_room_and_who_was_turned_away_took_none() {
        served("/", 40);
        IntStream.range(0, 20).forEach(i -> turnedAway("/", 3));
        underway.remove().handle(null);
        served("/", 1);
        turnedAway("/", 3);
    }

    @Test
    void Pages_that_are_kept_open_take_no_room() {
        for (var i = 0; i < 100; i++) ask("/desk/events", "text/html, text/event-stream");
        assertThat(underwayByTheMeter()).isZero();
    }

    @Test
    void Who_leaves_turns_all_away_but_for_those_who_look_after_it() {
        served("/", 1);
        rush.turnAllAway();
        turnedAway("/", 3);
        turnedAway("/desk", 10);
        served("/q/health/ready", 1);
        assertThat(underwayByTheMeter()).isEqualTo(2);
    }

    @Test
    void Every_address_has_its_rank() {
        assertThat(Rank.of("/desk/insight")).isEqualTo(Rank.REPORT);
        assertThat(Rank.of("/api/insight/contacts")).isEqualTo(Rank.REPORT);
        assertThat(Rank.of("/desk/records/export")).isEqualTo(Rank.REPORT);
        assertThat(Rank.of("/desk")).isEqualTo(Rank.DESK);
        assertThat(Rank.of("/desk/inquiries/1042")).isEqualTo(Rank.DESK);
        assertThat(Rank.of("/api/inquiries")).isEqualTo(Rank.FAMILY);
        assertThat(Rank.of("/webhooks/twilio/sms")).isEqualTo(Rank.FAMILY);
        assertThat(Rank.of("/")).isEqualTo(Rank.FAMILY);
        assertThat(Rank.of("/q/health/live")).isEqualTo(Rank.OPERATIONS);
    }

    private void served(String path, int times) {
        for (var i = 0; i < times; i++) assertThat(ask(path, "text/html")).isNull();
    }

    private void turnedAway(String path, int seconds) {
        var rank = ask(path, "text/html");
        assertThatThrownBy(() -> Rush.turnAway(rank))
                .isInstanceOfSatisfying(Rush.Reached.class, reached -> assertThat(reached.comeAgainAfterSeconds())
                        .isEqualTo(seconds));
    }

    private double refused(String kind) {
        return meters.get("rightdoor.requests.refused")
                .tag("kind", kind)
                .counter()
                .count();
    }

    private double underwayByTheMeter() {
        return meters.get("rightdoor.requests.underway").gauge().value();
    }

    /** How it was ranked when it was turned away; null when it is served. */
    private Rank ask(String path, String accept) {
        var kept = new HashMap<Object, Object>();
        rush.admit(request(RoutingContext.class, path, accept, kept));
        assertThat(kept.remove("next")).isEqualTo(true);
        return (Rank) kept.values().stream().findAny().orElse(null);
    }

    /** As much of a request as is looked at. */
    private <T> T request(Class<T> type, String path, String accept, HashMap<Object, Object> kept) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            return switch (method.getName()) {
                case "normalizedPath" -> path;
                case "request" -> request(HttpServerRequest.class, path, accept, kept);
                case "vertx" -> request(Vertx.class, path, accept, kept);
                case "getHeader" -> accept;
                case "setTimer" -> 1L;
                case "cancelTimer" -> true;
                case "put" -> kept.put(given[0], given[1]);
                case "next" -> kept.put("next", true);
                case "addEndHandler" -> {
                    @SuppressWarnings("unchecked")
                    var end = (Handler<AsyncResult<Void>>) given[0];
                    underway.add(end);
                    yield 0;
                }
                default -> throw new UnsupportedOperationException(method.getName());
            };
        }));
    }
}
