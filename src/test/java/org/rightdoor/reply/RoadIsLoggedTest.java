package org.rightdoor.reply;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TextingFamily;

/** One mark on every line of the log leads from the webhook to the reply. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class RoadIsLoggedTest {

    private record Line(String text, String message, String number) {}

    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();
    private final Logger road = Logger.getLogger("rightdoor.road");

    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            var line = ExtLogRecord.wrap(logged);
            lines.add(new Line(line.getFormattedMessage(), line.getMdc("message"), line.getMdc("case")));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        road.setLevel(Level.INFO);
        road.addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        road.removeHandler(listener);
        road.setLevel(Level.WARNING);
    }

    @Test
    void The_text_its_second_delivery_and_the_reply_to_it_carry_one_mark_and_no_word_or_number_of_the_family() {
        var family = new TextingFamily();
        family.texts("Bus 31 never came this morning, my daughter is still at the stop.");
        await().atMost(30, SECONDS).until(() -> of(family).size() >= 2);

        assertThat(of(family)).extracting(Line::message).doesNotContainNull().hasSize(2);
        assertThat(of(family).get(0).text()).contains("SMS taken: OPENED");
        assertThat(of(family).get(1).text()).contains("by SMS: sent");
        assertThat(of(family).get(1).message())
                .isEqualTo(of(family).get(0).message())
                .matches("[0-9a-f]{12}");
        assertThat(lines).allSatisfy(line -> assertThat(line.text()).doesNotContain("410", "daughter"));
    }

    private List<Line> of(TextingFamily family) {
        return lines.stream()
                .filter(line -> String.valueOf(family.inquiry()).equals(line.number()))
                .toList();
    }
}
