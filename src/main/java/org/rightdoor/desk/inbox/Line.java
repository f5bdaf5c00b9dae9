package org.rightdoor.desk.inbox;

import java.util.List;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.InboxRow;

/** A row of the list as it is shown: with what was searched for marked in it, and an excerpt that has it. */
record Line(InboxRow row, List<Highlight.Piece> subject, List<Highlight.Piece> person, List<Highlight.Piece> excerpt) {

    /** The channel in staff's words. */
    public String word(Channel channel) {
        return switch (channel) {
            case WEB -> "Web";
            case SMS -> "Text";
            case EMAIL -> "E-mail";
            case PHONE -> "Phone";
        };
    }

    static Line plain(InboxRow row) {
        return new Line(row, List.of(), List.of(), List.of());
    }

    static Line marked(InboxRow row, Highlight highlight, List<String> texts) {
        return new Line(
                row,
                highlight.in(row.subject()),
                row.person() == null ? List.of() : highlight.in(row.person()),
                highlight.excerpt(texts));
    }
}
