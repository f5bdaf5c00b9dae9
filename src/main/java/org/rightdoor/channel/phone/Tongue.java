package org.rightdoor.channel.phone;

import com.twilio.twiml.voice.Say;
import java.util.Arrays;
import java.util.Optional;
import org.rightdoor.routing.Spoken;

/** The languages of ours that Twilio can say, each with its key on the telephone; it has no voice for Haitian Creole. */
enum Tongue {
    ENGLISH("en", "1", Say.Language.EN_US, Say.Voice.POLLY_JOANNA),
    SPANISH("es", "2", Say.Language.ES_US, Say.Voice.POLLY_LUPE),
    PORTUGUESE("pt", "3", Say.Language.PT_BR, Say.Voice.POLLY_CAMILA),
    VIETNAMESE("vi", "4", Say.Language.VI_VN, Say.Voice.GOOGLE_VI_VN_WAVENET_A),
    CHINESE("zh", "5", Say.Language.CMN_CN, Say.Voice.POLLY_ZHIYU),
    ARABIC("ar", "6", Say.Language.ARB, Say.Voice.POLLY_ZEINA);

    final String language;
    private final String key;
    private final Say.Language spoken;
    private final Say.Voice voice;

    Tongue(String language, String key, Say.Language spoken, Say.Voice voice) {
        this.language = language;
        this.key = key;
        this.spoken = spoken;
        this.voice = voice;
    }

    /** @param language two letters (ISO 639-1) */
    static Optional<Tongue> of(String language) {
        return Arrays.stream(values())
                .filter(tongue -> tongue.language.equals(language))
                .findFirst();
    }

    static Optional<Tongue> keyed(String digits) {
        return Arrays.stream(values())
                .filter(tongue -> tongue.key.equals(digits))
                .findFirst();
    }

    VoiceTexts texts() {
        return Spoken.in(language, VoiceTexts.class);
    }

    Say say(String text) {
        return new Say.Builder(text).language(spoken).voice(voice).build();
    }
}
