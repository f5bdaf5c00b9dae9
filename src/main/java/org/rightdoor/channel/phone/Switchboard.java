package org.rightdoor.channel.phone;

import com.twilio.twiml.VoiceResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.calendar.OpenHours;
import org.rightdoor.channel.sms.PublicAddress;
import org.rightdoor.people.Address;

/** Decides whether a call rings at the front office or goes to the voicemail. */
@ApplicationScoped
class Switchboard {

    private final Config config;
    private final CurrentKnowledge knowledge;
    private final CurrentCalendar calendar;

    @Inject
    Switchboard(Config config, CurrentKnowledge knowledge, CurrentCalendar calendar) {
        this.config = config;
        this.knowledge = knowledge;
        this.calendar = calendar;
    }

    VoiceScript script() {
        return new VoiceScript(knowledge.now().rules().district(), path -> PublicAddress.of(config, path));
    }

    VoiceResponse answer(VoiceCall call) {
        var script = script();
        var frontOffice = knowledge.now().rules().district().fallbackDepartment();
        return numberToRing(config.voice(), calendar.now().openHours(frontOffice), Instant.now())
                .map(number -> script.ring(number, config.voice().ringSeconds()))
                .orElseGet(() -> script.greeting(call.language()));
    }

    /** Where it rings at that moment; empty while the front office is closed, or where no number is configured. */
    static Optional<String> numberToRing(Config.Voice voice, OpenHours hours, Instant now) {
        return voice.forwardTo().flatMap(Address::phone).filter(number -> hours.isOpen(now));
    }
}
