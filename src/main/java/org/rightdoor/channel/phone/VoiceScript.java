package org.rightdoor.channel.phone;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.rightdoor.routing.District;

/**
 * What a caller hears and can do, in TwiML (https://www.twilio.com/docs/voice/twiml).
 *
 * @param address makes an address that Twilio can ask from a path
 */
record VoiceScript(District district, UnaryOperator<String> address) {

    static final String LANGUAGE = "/webhooks/twilio/voice/language";
    static final String MESSAGE = "/webhooks/twilio/voice/message";
    static final String MISSED = "/webhooks/twilio/voice/missed";
    static final String RECORDED = "/webhooks/twilio/voice/recorded";
    static final String RECORDING = "/webhooks/twilio/voice/recording";
    static final String TRANSCRIPTION = "/webhooks/twilio/voice/transcription";

    /** In seconds; Twilio writes down nothing that is longer. */
    private static final int LONGEST_MESSAGE = 120;

    /** That language where we speak it on the telephone and the district does at all, else English. */
    String spoken(String language) {
        return Tongue.of(language).filter(this::isOffered).orElse(Tongue.ENGLISH).language;
    }

    /** The language of that key, or null for any other key. */
    String keyed(String digits) {
        return Tongue.keyed(digits)
                .filter(this::isOffered)
                .map(tongue -> tongue.language)
                .orElse(null);
    }

    /** A person may pick up; when nobody does, the voicemail follows. */
    VoiceResponse ring(String number, int seconds) {
        return new VoiceResponse.Builder()
                .dial(new Dial.Builder(number)
                        .timeout(seconds)
                        .action(address.apply(MISSED))
                        .method(HttpMethod.POST)
                        .build())
                .build();
    }

    /** Who is called, what to do in an emergency, and the offer of the other languages. */
    VoiceResponse greeting(String language) {
        var tongue = tongue(language);
        var script = new VoiceResponse.Builder();
        var others = Arrays.stream(Tongue.values())
                .filter(other -> other != tongue && isOffered(other))
                .toList();
        if (others.isEmpty()) {
            script.say(greeting(tongue));
        } else {
            var choice = new Gather.Builder()
                    .inputs(Gather.Input.DTMF)
                    .numDigits(1)
                    .timeout(4)
                    .action(address.apply(LANGUAGE))
                    .method(HttpMethod.POST)
                    .say(greeting(tongue));
            others.forEach(other -> choice.say(other.say(other.texts().press())));
            script.gather(choice.build());
        }
        return script.redirect(new Redirect.Builder(address.apply(MESSAGE))
                        .method(HttpMethod.POST)
                        .build())
                .build();
    }

    /** The greeting once more in the language that was picked, and the tone. */
    VoiceResponse greetingThenTone(VoiceCall call) {
        return tone(call, new VoiceResponse.Builder().say(greeting(tongue(call.language()))));
    }

    VoiceResponse tone(VoiceCall call) {
        return tone(call, new VoiceResponse.Builder());
    }

    private VoiceResponse tone(VoiceCall call, VoiceResponse.Builder script) {
        var tongue = tongue(call.language());
        var texts = tongue.texts();
        var leave = call.wantsText()
                ? texts.textPromised()
                : call.canBeTexted() ? texts.leaveMessageForText() : texts.leaveMessage();
        return script.say(tongue.say(leave))
                .record(record(call))
                // Twilio goes on here, and asks for nothing, when not a sound was made.
                .say(tongue.say(texts.nothingHeard()))
                .hangup(new Hangup.Builder().build())
                .build();
    }

    VoiceResponse thanks(VoiceCall call) {
        var tongue = tongue(call.language());
        var texts = tongue.texts();
        return new VoiceResponse.Builder()
                .say(tongue.say(call.wantsText() ? texts.thanksAndText() : texts.thanks()))
                .hangup(new Hangup.Builder().build())
                .build();
    }

    VoiceResponse hangUp() {
        return new VoiceResponse.Builder().hangup(new Hangup.Builder().build()).build();
    }

    private Say greeting(Tongue tongue) {
        return tongue.say(tongue.texts().greeting(district.name().in(tongue.language)));
    }

    private boolean isOffered(Tongue tongue) {
        return tongue == Tongue.ENGLISH || district.languages().contains(tongue.language);
    }

    private static Tongue tongue(String language) {
        return Tongue.of(language).orElse(Tongue.ENGLISH);
    }

    private Record record(VoiceCall call) {
        return new Record.Builder()
                .maxLength(LONGEST_MESSAGE)
                .timeout(6)
                .finishOnKey("1#")
                .playBeep(true)
                .action(address.apply(RECORDED))
                .method(HttpMethod.POST)
                .recordingStatusCallback(address.apply(RECORDING))
                .recordingStatusCallbackMethod(HttpMethod.POST)
                // Twilio understands English only, and would make English of whatever it hears.
                .transcribe(call.language().equals("en"))
                .transcribeCallback(address.apply(TRANSCRIPTION))
                .build();
    }
}
