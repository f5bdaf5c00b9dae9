package org.rightdoor.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaHostsTest {

    private static final String PATH = "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";
    private static final URI ASKED = URI.create("https://api.twilio.com" + PATH);

    private final MediaHosts hosts = new MediaHosts("AC1", null);

    @Test
    void A_file_of_our_account_is_asked_for_at_Twilio() {
        assertThat(hosts.api(ASKED.toString())).isEqualTo(ASKED);
    }

    @Test
    void Where_another_host_stands_in_for_Twilio_it_is_asked_for_there() {
        var behindProxy = new MediaHosts("AC1", URI.create("http://proxy.example:8080/twilio/"));
        assertThat(behindProxy.api(ASKED.toString())).isEqualTo(URI.create("http://proxy.example:8080/twilio" + PATH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example" + PATH,
                "http://api.twilio.com" + PATH,
                "https://api.twilio.com.evil.example" + PATH,
                "https://api.twilio.com@evil.example" + PATH,
                "https://me:secret@api.twilio.com" + PATH,
                "https://api.twilio.com:8443" + PATH,
                "https://api.twilio.com/2010-04-01/Accounts/AC2/Messages/MM1/Media/ME1",
                "https://api.twilio.com/2010-04-01/Accounts/AC1/../AC2/Messages/MM1/Media/ME1",
                "http://169.254.169.254/latest/meta-data",
                "file:///etc/passwd",
                "not an address",
                ""
            })
    void Nothing_else_is_asked_for(String address) {
        assertThatThrownBy(() -> hosts.api(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mms.twiliocdn.com/AC1/ME1?Expires=1&Signature=x",
                "https://media.twiliocdn.com/AC1/ME1",
                "https://s3-external-1.amazonaws.com/media.twiliocdn.com/AC1/ME1"
            })
    void A_redirect_to_a_store_of_Twilio_s_is_followed(String location) {
        assertThat(hosts.store(ASKED, location)).isEqualTo(URI.create(location));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mms.twiliocdn.com/ME1",
                "https://evil.twiliocdn.com.example/ME1",
                "https://s3-external-1.amazonaws.com/bucket-of-evil/ME1",
                "https://s3-external-1.amazonaws.com/media.twiliocdn.com/../bucket-of-evil/ME1",
                "//evil.example/ME1",
                "http://127.0.0.1/ME1"
            })
    void Another_redirect_is_not(String location) {
        assertThatThrownBy(() -> hosts.store(ASKED, location)).isInstanceOf(IllegalArgumentException.class);
    }
}
