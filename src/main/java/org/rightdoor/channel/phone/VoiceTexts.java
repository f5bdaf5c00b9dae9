package org.rightdoor.channel.phone;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What callers hear. */
@MessageBundle("voice")
public interface VoiceTexts {

    @Message(
            "You have reached {district}. This line is not watched around the clock. In an emergency, hang up and dial 9 1 1.")
    String greeting(String district);

    @Message("For English, press 1.")
    String press();

    @Message("After the tone, please say your name, your number and what it is about. Then hang up.")
    String leaveMessage();

    @Message(
            "After the tone, please say your name, your number and what it is about. Then press 1 to get a text with the link to your case, or just hang up.")
    String leaveMessageForText();

    @Message("You will get a text with the link to your case. Now please leave your message after the tone.")
    String textPromised();

    @Message("We did not hear anything. Goodbye.")
    String nothingHeard();

    @Message("Thank you. Goodbye.")
    String thanks();

    @Message("Thank you. We will text you the link to your case. Goodbye.")
    String thanksAndText();
}
