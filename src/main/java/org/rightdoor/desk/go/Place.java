package org.rightdoor.desk.go;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rightdoor.desk.Seat;

/**
 * Somewhere one can go.
 *
 * @param note what kind of place it is, in a few words
 */
record Place(String label, String note, String href) {

    /** Pages of the desk with other words that people look for them by; the last ones are for administrators. */
    private enum Page {
        INBOX("Inbox", "/desk", "cases list open waiting"),
        PROMISES("Promises", "/desk/promises", "due late"),
        CALL("Call or visit", "/desk/calls/new", "telephone phone walk-in write down new case"),
        MENTIONS("Mentions", "/desk/mentions", "called notes colleagues"),
        APPROVALS("Approvals", "/desk/approvals", "helpers answers waiting"),
        ALERTS("Alerts", "/desk/alerts", "safety danger called"),
        ANSWERS("Answers", "/desk/answers", "approved faq knowledge"),
        INSIGHT("Insight", "/desk/insight", "figures counts report charts"),
        SNIPPETS("Your texts", "/desk/snippets", "snippets ready-made phrases slash"),
        QUESTIONS("Questions that come again", "/desk/insight/questions", "mining training root cause draft answers"),
        EXPORTS("Exports", "/desk/insight/exports", "csv json tables download out"),
        AWAY("Away", "/desk/away", "vacation sick stand-in holiday"),
        ME("My wishes", "/desk/me", "notifications shortcuts keys profile preferences"),
        HELP("Help and keys", "/desk/help", "shortcuts tour practice learn"),
        TOUR("Practice case", "/desk/tour", "tour learn new help"),
        RECORDS("Records", "/desk/records", "who saw what disclosures retention holds release"),
        HELD("Held", "/desk/quarantine", "spam suspected"),
        CALENDAR("Calendar", "/desk/settings/calendar", "snow day closing holiday"),
        SETTINGS("Settings", "/desk/settings", "staff connections invite"),
        STAFF("Staff", "/desk/settings/staff", "people invite roles accounts"),
        SAFETY("Safety alerts", "/desk/settings/safety", "who is called rota danger"),
        KEYS("Keys for programs", "/desk/settings/keys", "api interface token"),
        DEPARTMENTS("Departments and owners", "/desk/settings/departments", "fallback lead members"),
        RULES("Rules", "/desk/settings/rules", "routing topics what would change replay try out"),
        LEARNED("What RightDoor has learned", "/desk/settings/learned", "corrections model version"),
        TEXTS("Set-up of text messages", "/desk/settings/texts", "twilio sms"),
        WEBHOOKS("Webhooks", "/desk/settings/webhooks", "programs events signed");

        final String title;
        final String href;
        final String words;

        Page(String title, String href, String words) {
            this.title = title;
            this.href = href;
            this.words = (title + " " + words).toLowerCase(Locale.ROOT);
        }

        boolean isFor(Seat seat) {
            return switch (this) {
                case HELD -> seat.reviews();
                case EXPORTS -> seat.leads();
                case CALENDAR, SETTINGS, STAFF, SAFETY, KEYS, DEPARTMENTS, RULES, LEARNED, TEXTS, WEBHOOKS ->
                    seat.admin();
                case RECORDS -> seat.admin() || seat.staff().keepsRecords();
                case CALL, APPROVALS, SNIPPETS -> seat.works();
                default -> true;
            };
        }

        boolean isCalled(String typed) {
            return Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(words::contains);
        }
    }

    /** The pages that this person may open and that the words fit; all of them for no words. */
    static List<Place> pages(Seat seat, String typed) {
        return Arrays.stream(Page.values())
                .filter(page -> page.isFor(seat) && page.isCalled(typed))
                .map(page -> new Place(page.title, "Page", page.href))
                .toList();
    }

    static Stream<Place> search(String typed) {
        return typed.isEmpty()
                ? Stream.empty()
                : Stream.of(new Place(
                        "Search all cases for “" + typed + "”",
                        "Inbox",
                        "/desk?view=all&q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)));
    }
}
