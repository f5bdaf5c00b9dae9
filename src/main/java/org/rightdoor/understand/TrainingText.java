package org.rightdoor.understand;

/**
 * A text and what it is about.
 *
 * @param topic null for a text that teaches its language only
 * @param language two-letter code (ISO 639-1), or {@link Reading#UNKNOWN_LANGUAGE}
 * @param corrected true when staff gave the topic to a message that had been read wrongly: it weighs more, so that the same
 *     message is read rightly from then on
 */
public record TrainingText(String topic, String language, String text, boolean corrected) {

    public TrainingText(String topic, String language, String text) {
        this(topic, language, text, false);
    }

    public static TrainingText corrected(String topic, String language, String text) {
        return new TrainingText(topic, language, text, true);
    }

    /**
     * A message as one line to learn from: without quoted mail, with mail addresses, links and long numbers made alike, cut
     * to {@code longest} characters at the end of a word. Empty when it has no words.
     */
    public static String line(String message, int longest) {
        var clean = CleanText.of(message);
        if (clean.isEmpty()) {
            return "";
        }
        var line = clean.text().replaceAll("\\s+", " ").strip();
        if (line.length() <= longest) {
            return line;
        }
        int end = line.lastIndexOf(' ', longest);
        return line.substring(
                0, end > 0 ? end : Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
