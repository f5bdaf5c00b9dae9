package org.rightdoor.desk.inbox;

import org.rightdoor.inquiry.InboxFilter;
import org.rightdoor.inquiry.InboxList;

/** What an empty list says: that it is empty, and what can be done. The link is null where there is nowhere to go. */
record Empty(String title, String advice, String link, String href) {

    static Empty of(InboxView view) {
        if (!view.words().isEmpty()) {
            var wider = new InboxView(InboxList.ALL, "", InboxFilter.NONE, view.words());
            return view.equals(wider)
                    ? new Empty(
                            "Nothing fits “" + view.words() + "”.",
                            "Try fewer words, another spelling, or the telephone number. What another department has is not found here.",
                            null,
                            null)
                    : new Empty(
                            "Nothing here fits “" + view.words() + "”.",
                            "It was looked for in this list alone.",
                            "Search all I may see",
                            wider.href());
        }
        if (!view.filter().equals(InboxFilter.NONE)) {
            return new Empty(
                    "No case fits these filters.",
                    "Take one away above, or see",
                    "the whole list",
                    new InboxView(view.list(), "", InboxFilter.NONE, "").href());
        }
        return switch (view.list()) {
            case OPEN ->
                new Empty("Nobody is waiting.", "New questions appear here, what is due first at the top.", null, null);
            case MINE ->
                new Empty(
                        "You have taken nothing.",
                        "Open a case and take it, or choose one that is",
                        "unassigned",
                        list(InboxList.UNASSIGNED));
            case UNASSIGNED ->
                new Empty("Every open case has somebody.", "New ones appear here by themselves.", null, null);
            case SOON ->
                new Empty(
                        "Nothing is due within a day.",
                        "What comes next stands first under",
                        "Open",
                        list(InboxList.OPEN));
            case WAITING ->
                new Empty(
                        "No family has to answer.",
                        "Cases come here when you have replied, and go when the family writes.",
                        null,
                        null);
            case HANDED_OVER ->
                new Empty(
                        "Nothing that you handed over is open.",
                        "You can read such a case here until the others have settled it.",
                        null,
                        null);
            case SNOOZED ->
                new Empty(
                        "Nothing sleeps.",
                        "Snooze a case to have it out of the way until a day you choose.",
                        null,
                        null);
            case RESOLVED, ALL ->
                new Empty("There is nothing here yet.", "Cases come with the first message of a family.", null, null);
        };
    }

    private static String list(InboxList list) {
        return new InboxView(list, "", InboxFilter.NONE, "").href();
    }
}
