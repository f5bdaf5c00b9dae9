package org.rightdoor.portal;

import io.smallrye.mutiny.Uni;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.CaseLink;

/**
 * A case behind a link, and what this browser may do with it.
 *
 * @param trusted true when the browser opened it or has confirmed, and for cases that nobody can be written to about
 */
record MyCase(CaseLink link, CaseFile file, boolean trusted) {

    /** True when the whole case may be shown and changed. */
    boolean isMine() {
        return trusted && link.whole;
    }

    /** Number of the case as its family knows it now: after a merge, that of the surviving one. */
    long number() {
        return file.inquiry().number;
    }

    /** A file of what this browser may read; null for every other. */
    Uni<Attachment> attachment(long id, CaseFiles caseFiles) {
        return file.timeline().stream()
                .filter(entry -> entry.files().stream().anyMatch(one -> one.id() == id))
                .findFirst()
                .map(entry -> caseFiles.attachment(entry.number(), id))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    /** True when no address is on record: then nothing but the link can tell who may read it. */
    static boolean isAnonymous(CaseFile file) {
        return file.email() == null && file.phone() == null;
    }
}
