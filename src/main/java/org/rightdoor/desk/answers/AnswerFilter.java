package org.rightdoor.desk.answers;

import java.util.Locale;

/**
 * Which of the answers somebody looks at; each part is empty for any.
 *
 * @param department key
 * @param school key; answers for every school fit each
 * @param audience of {@link org.rightdoor.answers.Answer#AUDIENCES}; answers for everybody fit each
 * @param lacks code of the language in which there is no text yet
 * @param until "soon" for what expires soon or has expired
 * @param words all of which stand in a question, the text or the id
 */
record AnswerFilter(String department, String school, String audience, String lacks, String until, String words) {

    static AnswerFilter of(String department, String school, String audience, String lacks, String until, String q) {
        return new AnswerFilter(
                plain(department), plain(school), plain(audience), plain(lacks), plain(until), plain(q));
    }

    boolean fits(AnswerCard card) {
        var answer = card.answer();
        return (department.isEmpty() || department.equals(card.department()))
                && (school.isEmpty()
                        || answer.schools().isEmpty()
                        || answer.schools().contains(school))
                && (audience.isEmpty()
                        || answer.audience().isEmpty()
                        || answer.audience().contains(audience))
                && (lacks.isEmpty() || !answer.text().byLanguage().containsKey(lacks))
                && (!until.equals("soon") || card.expired() || card.expiresSoon())
                && hasWords(card);
    }

    private boolean hasWords(AnswerCard card) {
        if (words.isEmpty()) return true;
        var all = (card.answer().id() + " " + card.answer().questions() + " "
                        + card.answer().text().byLanguage())
                .toLowerCase(Locale.ROOT);
        for (var word : words.toLowerCase(Locale.ROOT).split("\\s+")) if (!all.contains(word)) return false;
        return true;
    }

    private static String plain(String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }
}
