package org.rightdoor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.rightdoor.ClamdStandIn;

class ClamdTest {

    @Test
    void A_clean_file_is_clean_and_an_infected_one_says_by_what() throws IOException {
        try (var scanner = new ClamdStandIn()) {
            var clamd = Clamd.at(scanner.address());
            assertThat(clamd.find(new byte[200_000])).isEmpty();
            assertThat(clamd.find(("x".repeat(70_000) + ClamdStandIn.SIGN_OF_A_VIRUS).getBytes()))
                    .contains("Eicar-Signature");
        }
    }

    @Test
    void A_scanner_that_cannot_tell_is_no_clean_bill() throws IOException {
        String address;
        try (var scanner = new ClamdStandIn()) {
            address = scanner.address();
            scanner.refuse();
            assertThatThrownBy(() -> Clamd.at(address).find(new byte[10])).hasMessageContaining("size limit exceeded");
        }
        assertThatThrownBy(() -> Clamd.at(address).find(new byte[10])).isExactlyInstanceOf(ConnectException.class);
    }

    @Test
    void A_scanner_that_hangs_up_on_a_large_file_has_no_verdict_on_that_file_alone() throws Exception {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var hangsUp = new Thread(() -> {
                try (var caller = door.accept()) {
                    caller.getInputStream().readNBytes(100);
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            hangsUp.start();
            assertThatThrownBy(
                            () -> Clamd.at("127.0.0.1:" + door.getLocalPort()).find(new byte[20_000_000]))
                    .isInstanceOf(Clamd.Undecided.class);
            hangsUp.join();
        }
    }
}
