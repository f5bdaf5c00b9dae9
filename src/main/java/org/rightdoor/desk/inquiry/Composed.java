package org.rightdoor.desk.inquiry;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.rightdoor.desk.writing.Known;
import org.rightdoor.desk.writing.Writing;

/** What the reply box sends. */
class Composed {

    private static final int LONGEST = 20_000;

    private static final String BEFORE_ENGLISH = "\n\nEnglish:\n";

    @RestForm
    String text;

    @RestForm
    String translation;

    /** {@code theirs} for the family's language alone; else it gets both where there are two. */
    @RestForm
    String goes;

    @RestForm("channel")
    List<String> channels;

    @RestForm
    String answer;

    /** Ids of files that were kept and are to go with it. */
    @RestForm
    List<Long> kept;

    /** The newest message on the page. */
    @RestForm
    Long contact;

    /** The newest answer on the page. */
    @RestForm
    Long reply;

    /** As {@link Composed}, with files. */
    static class WithFiles extends Composed {

        @RestForm("files")
        List<FileUpload> files;

        /** What is wanted instead of sending it: {@code choice} or {@code translation}. */
        @RestForm
        String wanted;

        @RestForm
        String choice;

        @Override
        List<FileUpload> uploads() {
            return files == null ? List.of() : files;
        }
    }

    /** Files as they came, not looked at yet. */
    List<FileUpload> uploads() {
        return List.of();
    }

    Known known() {
        return Known.of(contact, reply);
    }

    Writing writing() {
        return Writing.of(text, translation, channels, answer, known());
    }

    Draft draft() {
        return Draft.reply(text, channels, answer);
    }

    /** What the family reads. */
    String whole() {
        var ours = CaseDesk.clean(writing().text());
        var theirs = CaseDesk.clean(writing().translation());
        if (theirs.isEmpty()) return ours;
        return "theirs".equals(goes) ? theirs : theirs + BEFORE_ENGLISH + ours;
    }

    /** Why it cannot be sent, or null. */
    String fault(Enclosures enclosures) {
        if (writing().text().isBlank()) return "Write an answer first.";
        if (whole().length() > LONGEST) return "That is too long for one answer.";
        if (enclosures.fault() != null) return enclosures.fault();
        return channels == null || channels.isEmpty() ? "Choose how the family gets the answer." : null;
    }
}
