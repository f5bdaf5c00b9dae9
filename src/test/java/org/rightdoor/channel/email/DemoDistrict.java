package org.rightdoor.channel.email;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Turns what the tests have around them into the demo, with nothing configured for mail. */
public class DemoDistrict implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "rightdoor.demo", "true",
                "rightdoor.demo-cases", "10",
                "rightdoor.mail.smtp-url", "",
                "rightdoor.mail.imap-url", "",
                "rightdoor.mail.from", "",
                "rightdoor.mail.demo-smtp-port", "0",
                "rightdoor.mail.demo-imap-port", "0");
    }

    @Override
    public void stop() {}

    /** After {@code TestDistrict}, whose settings it overrides. */
    @Override
    public int order() {
        return 10;
    }
}
