package org.rightdoor.desk.tour;

import java.util.List;

/** One thing to learn, and the deed that shows it is learned. */
enum Step {
    FIND(
            "Find what is due first",
            List.of(
                    new Choice("late", "#2 A lunch account · due Thursday", false),
                    new Choice("urgent", "#1 A child waits at the bus stop · urgent, due 9:10 AM", true),
                    new Choice("new", "#3 Thanks for the concert · nothing is due", false)),
            "The inbox puts first what is urgent and what is due, whoever wrote last. Which case would you open?",
            "Right: urgent first, then what is due.",
            "Look at what is due. Urgent comes before everything."),
    UNDERSTAND(
            "See why it came to you",
            List.of(
                    new Choice("words", "“bus 14” and “did not come” spoke for Transportation", true),
                    new Choice("person", "The mother chose Transportation herself", false),
                    new Choice("chance", "Nobody knows", false)),
            "Beside each case stands who writes, in which language, what was promised, and why it came here. Why did this one?",
            "Right. When it is wrong, hand it over: RightDoor learns from that.",
            "Look under “Why it came here”: it names the words that decided."),
    ANSWER(
            "Open your answer well",
            List.of(
                    new Choice("order", "Call 410-555-0111.", false),
                    new Choice("jargon", "Your inquiry regarding route deviation has been logged.", false),
                    new Choice(
                            "kind",
                            "I am sorry that Leo had to wait in the rain. You were right to write at once. A driver is with him in ten minutes, and I will call you then.",
                            true)),
            "A good answer first says what you heard, then that writing was right, then what happens next. Which opening does?",
            "Right: heard, right to write, safe. After sending you have ten seconds to take it back.",
            "It only tells the mother what to do, or speaks the office’s own words. Which one hears her?"),
    SHARE(
            "Leave no family between two desks",
            List.of(
                    new Choice("forward", "Tell her to write to Nutrition as well", false),
                    new Choice("part", "Ask Nutrition in the case, and stay the one who answers", true),
                    new Choice("wait", "Wait until she asks again", false)),
            "She also asks about lunch money. What do you do with that?",
            "Right: one family, one owner. Notes and questions to colleagues stay inside.",
            "Then she has to explain it twice. One desk keeps the case and asks the other."),
    SETTLE(
            "Settle it, and undo what went wrong",
            List.of(
                    new Choice("resolve", "Resolve it; if she writes again it opens by itself", true),
                    new Choice("delete", "Delete it", false),
                    new Choice("keep", "Leave it open for good", false)),
            "The boy is home. What now?",
            "Right. Every step can be undone, most of them with one key: z.",
            "Nothing is ever deleted that way, and what stays open looks as if somebody waited.");

    /** One of the deeds to choose from. */
    record Choice(String value, String words, boolean right) {}

    final String title;
    final List<Choice> choices;
    final String question;
    final String praise;
    final String hint;

    Step(String title, List<Choice> choices, String question, String praise, String hint) {
        this.title = title;
        this.choices = choices;
        this.question = question;
        this.praise = praise;
        this.hint = hint;
    }

    /** From 1. */
    static Step numbered(int number) {
        return number < 1 || number > values().length ? null : values()[number - 1];
    }

    public int number() {
        return ordinal() + 1;
    }

    /** The one after it, or the end. */
    public int next() {
        return number() + 1;
    }

    public String title() {
        return title;
    }

    public String question() {
        return question;
    }

    public List<Choice> choices() {
        return choices;
    }

    public String praise() {
        return praise;
    }

    public String hint() {
        return hint;
    }

    boolean isRight(String value) {
        return choices.stream().anyMatch(choice -> choice.right && choice.value.equals(value));
    }
}
