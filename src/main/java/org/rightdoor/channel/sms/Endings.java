package org.rightdoor.channel.sms;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** How a text message may end; in plain characters, because a long dash alone can make it cost twice. */
@MessageBundle("sms")
public interface Endings {

    @Message("- {district} {department}, case #{number}")
    String signature(String district, String department, long number);

    @Message("All of it: {url}")
    String wayToTheRest(String url);
}
