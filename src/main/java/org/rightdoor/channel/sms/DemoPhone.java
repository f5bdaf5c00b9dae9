package org.rightdoor.channel.sms;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.rightdoor.Config;

/** A telephone to try the demo with: the application is told that its own stand-in for Twilio is Twilio. */
public final class DemoPhone {

    private static final String ACCOUNT = "ACde30de30de30de30de30de30de30de30";

    private DemoPhone() {}

    /**
     * What to configure before the start of a demo for which no real account is configured; the token is a new secret
     * each time.
     *
     * @param port the one that the application will listen on
     */
    public static Map<String, String> settings(int port) {
        return Map.of(
                "rightdoor.twilio.account-sid",
                ACCOUNT,
                "rightdoor.twilio.auth-token",
                newToken(),
                "rightdoor.twilio.from",
                "+14105550100",
                "rightdoor.twilio.api-base",
                "http://localhost:" + port + "/demo/twilio");
    }

    /** True in a demo that texts its own stand-in and not Twilio. */
    static boolean isPluggedIn(Config config) {
        return config.demo()
                && config.twilio().accountSid().filter(ACCOUNT::equals).isPresent();
    }

    private static String newToken() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
