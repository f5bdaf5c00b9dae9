package org.rightdoor.portal;

import org.rightdoor.channel.web.Question;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.Spoken;

/**
 * What the question box says on a page of another site, in one language.
 *
 * @param direction as HTML says it, {@code ltr} or {@code rtl}
 * @param unreviewed that nobody of the district has read the names in this language yet, or null
 * @param number how a case is called; {@code {}} stands for its number
 */
record WidgetWords(
        String direction,
        String district,
        String emergency,
        String unreviewed,
        String title,
        String close,
        String text,
        String textHint,
        String reach,
        String optional,
        String reachHint,
        String name,
        String email,
        String phone,
        String send,
        String errors,
        String faultEmpty,
        String faultTooLong,
        String faultName,
        String faultEmail,
        String faultPhone,
        String failed,
        String sent,
        String number,
        String comes,
        String keep,
        String another) {

    static WidgetWords in(String language, RoutingRules rules) {
        var district = rules.district();
        var texts = Spoken.in(language, Texts.class);
        return new WidgetWords(
                Spoken.direction(language),
                district.name().in(language),
                district.emergency().in(language),
                rules.translations().isUnreviewed(language) ? texts.unreviewed() : null,
                texts.askTitle(),
                texts.widgetClose(),
                texts.askText(),
                texts.askTextHint(),
                texts.askReach(),
                texts.askOptional(),
                texts.askReachHint(),
                texts.askName(),
                texts.askEmail(),
                texts.askPhone(),
                texts.askSend(),
                texts.errorSummary(),
                texts.faultEmpty(),
                texts.faultTooLong(Question.LONGEST_TEXT),
                texts.faultName(),
                texts.faultEmail(),
                texts.faultPhone(),
                texts.failed(district.phone()),
                texts.caseSent(),
                texts.caseNumber(0).replace("0", "{}"),
                texts.widgetComes(),
                texts.widgetKeep(),
                texts.widgetAnother());
    }
}
