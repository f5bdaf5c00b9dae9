package org.rightdoor.channel.phone;

import java.time.Instant;
import java.util.List;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Reference;

/**
 * What a caller left.
 *
 * @param seconds how long it is
 * @param said what Twilio heard, or null while it is not written down
 * @param contactId of the contact it became, or null
 * @param attempts to fetch the recording, this one included
 */
record Voicemail(String recordingSid, String callSid, int seconds, String said, Long contactId, int attempts) {

    /** In seconds; somebody who hangs up at the tone leaves about one. */
    static final int SHORTEST = 2;

    Inbound inbound(VoiceCall call) {
        return new Inbound(
                Channel.PHONE,
                recordingSid,
                call.sender(),
                "Voicemail, %d:%02d".formatted(seconds / 60, seconds % 60),
                said,
                List.of(),
                Reference.NONE,
                null,
                null,
                false,
                Instant.now());
    }
}
