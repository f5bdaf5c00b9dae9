package org.rightdoor.channel.phone;

import com.twilio.twiml.VoiceResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.channel.sms.PublicAddress;
import org.rightdoor.people.Address;
import org.rightdoor.routing.RoutingRules;

/** Decides whether a call rings at the front office or goes to the voicemail. */
@ApplicationScoped
class Switchboard {

    private final Config config;
    private final CurrentKnowledge knowledge;

    @Inject
    Switchboard(Config config, CurrentKnowledge knowledge) {
        this.config = config;
        this.knowledge = knowledge;
    }

    VoiceScript script() {
        return new VoiceScript(knowledge.now().rules().district(), path -> PublicAddress.of(config, path));
    }

    VoiceResponse answer(VoiceCall call) {
        var script = script();
        return numberToRing(config.voice(), knowledge.now().rules(), Instant.now())
                .map(number -> script.ring(number, config.voice().ringSeconds()))
                .orElseGet(() -> script.greeting(call.language()));
    }

    /** Where it rings at that moment; empty while the front office is closed, or where no number is configured. */
    static Optional<String> numberToRing(Config.Voice voice, RoutingRules rules, Instant now) {
        var district = rules.district();
        var frontOffice = rules.departments().get(district.fallbackDepartment());
        return voice.forwardTo()
                .flatMap(Address::phone)
                .filter(number -> frontOffice.isOpen(LocalDateTime.ofInstant(now, district.timeZone())));
    }
}
