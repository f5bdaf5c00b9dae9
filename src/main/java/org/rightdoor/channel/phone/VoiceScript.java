package org.rightdoor.channel.phone;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
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

    private static final List<String> SPOKEN = List.of("en", "es");

    /** That language where we speak it on the telephone and the district does at all, else English. */
    String spoken(String language) {
        return SPOKEN.contains(language) && district.languages().contains(language) ? language : "en";
    }

    /** The language of that key, or null for any other key. */
    String keyed(String digits) {
        if ("1".equals(digits)) return "en";
        return "2".equals(digits) ? spoken("es") : null;
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

    /** Who is called, what to do in an emergency, and the offer of the other language. */
    VoiceResponse greeting(String language) {
        var greeting = texts(language).greeting(district.name().in(language));
        var other = language.equals("es") ? "en" : spoken("es");
        var script = new VoiceResponse.Builder();
        if (other.equals(language)) {
            script.say(say(greeting, language));
        } else {
            script.gather(new Gather.Builder()
                    .inputs(Gather.Input.DTMF)
                    .numDigits(1)
                    .timeout(4)
                    .action(address.apply(LANGUAGE))
                    .method(HttpMethod.POST)
                    .say(say(greeting, language))
                    .say(say(texts(other).press(), other))
                    .build());
        }
        return script.redirect(new Redirect.Builder(address.apply(MESSAGE))
                        .method(HttpMethod.POST)
                        .build())
                .build();
    }

    /** The greeting once more in the language that was picked, and the tone. */
    VoiceResponse greetingThenTone(VoiceCall call) {
        var greeting = texts(call.language()).greeting(district.name().in(call.language()));
        return tone(call, new VoiceResponse.Builder().say(say(greeting, call.language())));
    }

    VoiceResponse tone(VoiceCall call) {
        return tone(call, new VoiceResponse.Builder());
    }

    private VoiceResponse tone(VoiceCall call, VoiceResponse.Builder script) {
        var texts = texts(call.language());
        var leave = call.wantsText()
                ? texts.textPromised()
                : call.canBeTexted() ? texts.leaveMessageForText() : texts.leaveMessage();
        return script.say(say(leave, call.language()))
                .record(record(call))
                // Twilio goes on here, and asks for nothing, when not a sound was made.
                .say(say(texts.nothingHeard(), call.language()))
                .hangup(new Hangup.Builder().build())
                .build();
    }

    VoiceResponse thanks(VoiceCall call) {
        var texts = texts(call.language());
        return new VoiceResponse.Builder()
                .say(say(call.wantsText() ? texts.thanksAndText() : texts.thanks(), call.language()))
                .hangup(new Hangup.Builder().build())
                .build();
    }

    VoiceResponse hangUp() {
        return new VoiceResponse.Builder().hangup(new Hangup.Builder().build()).build();
    }

    static VoiceTexts texts(String language) {
        return "es".equals(language)
                ? MessageBundles.get(VoiceTexts.class, Localized.Literal.of("es"))
                : MessageBundles.get(VoiceTexts.class);
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

    private static Say say(String text, String language) {
        var spanish = language.equals("es");
        return new Say.Builder(text)
                .language(spanish ? Say.Language.ES_US : Say.Language.EN_US)
                .voice(spanish ? Say.Voice.POLLY_LUPE : Say.Voice.POLLY_JOANNA)
                .build();
    }
}
