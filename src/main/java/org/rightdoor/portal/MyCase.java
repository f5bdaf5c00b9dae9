package org.rightdoor.portal;

import org.rightdoor.inquiry.CaseFile;
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

    /** True when no address is on record: then nothing but the link can tell who may read it. */
    static boolean isAnonymous(CaseFile file) {
        return file.email() == null && file.phone() == null;
    }
}
