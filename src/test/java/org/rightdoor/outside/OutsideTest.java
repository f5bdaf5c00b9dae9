package org.rightdoor.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTest {

    private static final OutsideHosts STRICT = new OutsideHosts(Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/", "http://localhost:8080/q/metrics", "http://10.0.0.5/", "http://172.16.3.4/",
                "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://[fd00::1]/",
                "http://[fe80::1]/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/", "http://100.64.0.1/",
                "http://2130706433/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[::7f00:1]/",
                "http://224.0.0.1/", "http://255.255.255.255/"
            })
    void An_address_inside_is_not_asked(String address) {
        assertThatThrownBy(() -> STRICT.check(URI.create(address))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://8.8.8.8/", "gopher://8.8.8.8/", "//8.8.8.8/", "https://a:b@8.8.8.8/"
            })
    void Only_plain_web_addresses_are_asked(String address) {
        assertThatThrownBy(() -> STRICT.check(URI.create(address))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "2001:4860:4860::8888", "172.32.0.1", "100.128.0.1", "192.0.2.1"})
    void The_world_is_asked(String address) throws IOException {
        assertThat(OutsideHosts.isInside(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void A_redirect_to_the_inside_is_not_followed_and_a_named_host_is() throws Exception {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/inside", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        });
        server.createContext("/there", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes());
            exchange.close();
        });
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", exchange.getRequestURI().getQuery());
            exchange.sendResponseHeaders(302, -1);
        });
        server.start();
        try {
            var port = server.getAddress().getPort();
            var fetch = new OutsideText(new OutsideHosts(Set.of("127.0.0.1")));
            var home = "http://127.0.0.1:" + port;
            assertThat(fetch.get(URI.create(home + "/?/there"))).isEqualTo("ok");
            assertThatThrownBy(() -> fetch.get(URI.create(home + "/?http://localhost:" + port + "/inside")))
                    .hasMessageContaining("RIGHTDOOR_INSIDE_HOSTS");
            assertThatThrownBy(() -> fetch.get(URI.create(home + "/?/"))).isInstanceOf(IOException.class);
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }
}
