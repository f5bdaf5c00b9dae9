package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.rightdoor.Config;

class OverloadTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Overload overload = new Overload(of(Config.class, 40, null), meters);
    private final Queue<Handler<AsyncResult<Void>>> underWay = new ArrayDeque<>();

    @Test
    void Reports_wait_before_families_do_and_whoever_ends_makes_room() {
        for (var i = 0; i < 10; i++) ask("/");
        assertThatThrownBy(() -> ask("/desk/insight"))
                .isInstanceOfSatisfying(Overload.Reached.class, reached -> assertThat(reached.retryAfterSeconds())
                        .isEqualTo(30));
        for (var i = 0; i < 30; i++) ask("/api/inquiries");
        assertThatThrownBy(() -> ask("/")).isInstanceOf(Overload.Reached.class);
        assertThat(meters.get("rightdoor.requests.refused")
                        .tag("kind", "other")
                        .counter()
                        .count())
                .isEqualTo(1);

        underWay.remove().handle(null);
        assertThatCode(() -> ask("/")).doesNotThrowAnyException();
    }

    @Test
    void Pages_that_are_kept_open_take_no_room() {
        for (var i = 0; i < 100; i++) overload.admit(of(RoutingContext.class, "/desk/events", "text/event-stream"));
        assertThat(meters.get("rightdoor.requests.underway").gauge().value()).isZero();
    }

    private void ask(String path) {
        overload.admit(of(RoutingContext.class, path, "text/html"));
    }

    /** As much of a request, or of the configuration, as is looked at. */
    private <T> T of(Class<T> type, Object said, String accept) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            return switch (method.getName()) {
                case "requestsAtOnce", "normalizedPath" -> said;
                case "request" -> of(HttpServerRequest.class, said, accept);
                case "getHeader" -> accept;
                case "addEndHandler" -> {
                    @SuppressWarnings("unchecked")
                    var end = (Handler<AsyncResult<Void>>) given[0];
                    underWay.add(end);
                    yield 0;
                }
                default -> throw new UnsupportedOperationException(method.getName());
            };
        }));
    }
}
