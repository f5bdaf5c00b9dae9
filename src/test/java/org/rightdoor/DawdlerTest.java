package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DawdlerTest {

    private final long[] now = {0};
    private final EmbeddedChannel connection = new EmbeddedChannel(new Dawdler(Duration.ofSeconds(20), () -> now[0]));

    @Test
    void A_byte_a_second_is_closed_soon_after_its_time() {
        var seconds = 0;
        while (connection.isOpen() && seconds < 100) {
            send(1);
            pass(1);
            seconds++;
        }
        assertThat(seconds).isBetween(20, 23);
    }

    @Test
    void A_large_file_over_a_bad_line_may_take_long() {
        for (var second = 0; second < 600; second++) {
            send(600);
            pass(1);
        }
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void Who_waits_long_for_an_answer_may_ask_again_in_the_same_connection() {
        send(300);
        pass(90);
        connection.writeOutbound(Unpooled.wrappedBuffer(new byte[100]));
        pass(90);
        send(300);
        assertThat(connection.isOpen()).isTrue();
    }

    private void send(int bytes) {
        connection.writeInbound(Unpooled.wrappedBuffer(new byte[bytes]));
        connection.releaseInbound();
    }

    private void pass(int seconds) {
        now[0] += Duration.ofSeconds(seconds).toNanos();
    }
}
