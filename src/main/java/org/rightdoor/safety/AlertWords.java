package org.rightdoor.safety;

/** What a member of staff is told: what kind of danger, which case, where to say "I have it". Never the family's words. */
record AlertWords(String subject, String text) {

    static AlertWords of(Alert alert, String title, String district, String link) {
        var drill = alert.drill ? "DRILL. " : "";
        var about = alert.inquiryNumber == null ? "no case, this is an exercise" : "case #" + alert.inquiryNumber;
        return new AlertWords(
                drill + "Safety alert: " + title,
                drill + district + " safety alert: " + title + ", " + about + ". Say that you have it: " + link
                        + (alert.drill ? " (DRILL)" : ""));
    }
}
