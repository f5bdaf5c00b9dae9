package org.rightdoor.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Survey;
import org.rightdoor.reply.LetterTexts;
import org.rightdoor.reply.Letters;

/** How a family is asked: by mail with a link for each mark, by text for a digit. */
@ApplicationScoped
class SurveyWords {

    @Inject
    Config config;

    @Inject
    CurrentKnowledge knowledge;

    String asking(Inquiry inquiry, Channel channel, String token) {
        var letters = Letters.in(inquiry.language);
        var rules = knowledge.now().rules();
        var district = rules.district().name().in(inquiry.language);
        var address = config.publicUrl() + "/survey/" + token;
        return channel == Channel.SMS
                ? letters.howWasTheHelpByText(district, inquiry.number, address)
                : letters.howWasTheHelp(district, inquiry.number) + "\n\n" + marks(letters, address);
    }

    // The best first: that is how people read a scale that begins with a compliment.
    private static String marks(LetterTexts letters, String address) {
        return IntStream.rangeClosed(Survey.LEAST, Survey.MOST)
                .map(i -> Survey.MOST + Survey.LEAST - i)
                .mapToObj(mark -> mark + meaning(mark, letters) + ": " + address + "/" + mark)
                .collect(Collectors.joining("\n"));
    }

    private static String meaning(int mark, LetterTexts letters) {
        return switch (mark) {
            case Survey.MOST -> " (" + letters.veryCourteous() + ")";
            case Survey.LEAST -> " (" + letters.notCourteous() + ")";
            default -> "";
        };
    }
}
