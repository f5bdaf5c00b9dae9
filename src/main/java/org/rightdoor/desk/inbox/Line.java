package org.rightdoor.desk.inbox;

import java.util.List;
import java.util.stream.Collectors;
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
        var excerpt = highlight.excerpt(texts);
        return new Line(
                row,
                highlight.in(row.subject()),
                row.person() == null ? List.of() : highlight.in(row.person()),
                says(excerpt, row.subject()) ? List.of() : excerpt);
    }

    /** A short message is all in the subject: shown twice it only takes room. */
    private static boolean says(List<Highlight.Piece> excerpt, String subject) {
        return excerpt.stream()
                .map(Highlight.Piece::text)
                .collect(Collectors.joining())
                .strip()
                .equals(subject.strip());
    }
}
