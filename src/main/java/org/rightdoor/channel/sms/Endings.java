package org.rightdoor.channel.sms;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * How a text message may end, from {@code messages/sms_en.properties} and its translations; in plain characters, because a
 * long dash alone can make it cost twice.
 */
@MessageBundle("sms")
public interface Endings {

    String signature(String district, String department, long number);

    String wayToTheRest(String url);
}
