package org.rightdoor.portal;

import java.util.List;
import java.util.Map;
import org.rightdoor.answers.Answer;
import org.rightdoor.routing.LocalText;

/** An approved answer as a visit reads it: the question as a family would put it, and what the district says. */
record AnswerText(String id, LocalText question, LocalText text, String language) {

    private static final int BEGINNING = 160;

    static AnswerText of(Answer answer, Visit visit) {
        return new AnswerText(answer.id(), question(answer, visit.language()), answer.text(), visit.language());
    }

    public String title() {
        return question.in(language);
    }

    /** The language that the text is really in. */
    public String spoken() {
        return text.spoken(language);
    }

    public boolean unreviewed() {
        return text.isUnreviewed(language);
    }

    /** The text with what it names, a page, an address, a telephone, to be pressed. */
    public List<Linked> pieces() {
        return Linked.in(text.in(language));
    }

    /** As much of the text as a list or a search engine shows. */
    public String beginning() {
        var whole = text.in(language);
        if (whole.length() <= BEGINNING) return whole;
        var end = whole.lastIndexOf(' ', BEGINNING);
        return whole.substring(0, end > 0 ? end : BEGINNING) + " …";
    }

    private static LocalText question(Answer answer, String language) {
        var fallback = answer.questions()
                .getOrDefault("en", answer.questions().values().iterator().next());
        var english = new LocalText(Map.of("en", fallback.get(0)));
        var phrasings = answer.questions().getOrDefault(language, List.of());
        return phrasings.isEmpty() ? english : english.and(language, phrasings.get(0), true);
    }
}
