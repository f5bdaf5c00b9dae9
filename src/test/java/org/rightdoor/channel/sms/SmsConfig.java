package org.rightdoor.channel.sms;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.rightdoor.Config;

/** Configurations to test with, without a running application. */
final class SmsConfig {

    static final String ACCOUNT = "AC00000000000000000000000000000001";
    static final String TOKEN = "12345";
    static final String FROM = "+14105550100";

    private SmsConfig() {}

    static Config with(Map<String, String> settings) {
        var all = new HashMap<>(Map.of(
                "rightdoor.public-url", "https://ask.maple.example",
                "rightdoor.twilio.account-sid", ACCOUNT,
                "rightdoor.twilio.auth-token", TOKEN,
                "rightdoor.twilio.from", FROM));
        all.putAll(settings);
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(Config.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(Config.class);
    }
}
