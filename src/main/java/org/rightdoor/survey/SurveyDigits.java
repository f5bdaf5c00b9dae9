package org.rightdoor.survey;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Survey.Said;
import org.rightdoor.inquiry.Surveys;

/** One digit by text: 1 to 5 is the courtesy, 0 that the matter is not settled. */
@ApplicationScoped
public class SurveyDigits {

    // In any script, with whatever a telephone puts around it.
    private static final Pattern DIGIT = Pattern.compile("[^\\p{L}\\p{N}]*(\\p{Nd})[^\\p{L}\\p{N}]*");

    // Only where the survey was the last that we texted: after anything else a digit answers that.
    private static final String ASKED_LAST =
            """
            select s.inquiry_number from survey s
            where s.sent_at > now() - interval '7 days' and s.reply_id = (
                select r.id from reply r where r.address = :phone and r.channel = 'SMS' and not r.code
                order by r.created_at desc limit 1)""";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Surveys surveys;

    /**
     * Takes a text that can only be an answer to the survey; a second digit changes nothing, and is no new matter either.
     *
     * @return the number of the case it is about, or null for any other message
     */
    public Uni<Long> answeredBy(Channel channel, String phone, String text) {
        var digit = channel == Channel.SMS && phone != null ? digit(text) : OptionalInt.empty();
        if (digit.isEmpty()) return Uni.createFrom().nullItem();
        return sessions.withTransaction(session -> session.createNativeQuery(ASKED_LAST, Long.class)
                .setParameter("phone", phone)
                .getSingleResultOrNull()
                .call(number ->
                        number == null ? Uni.createFrom().voidItem() : surveys.say(number, said(digit.getAsInt()))));
    }

    static OptionalInt digit(String text) {
        var matcher = DIGIT.matcher(text);
        if (!matcher.matches()) return OptionalInt.empty();
        var value = Character.digit(matcher.group(1).codePointAt(0), 10);
        return value <= 5 ? OptionalInt.of(value) : OptionalInt.empty();
    }

    private static Said said(int digit) {
        return digit == 0 ? new Said(null, null, false, null, null) : Said.courtesy(digit);
    }
}
