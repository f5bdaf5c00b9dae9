package org.rightdoor.reply;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.rightdoor.inquiry.Inquiry;

/** Keeps a reply that nobody wrote from leaving. All of them are asked, at the one place where such a reply is queued. */
public interface Veto {

    /** Why it may not leave, in words for staff; empty where nothing speaks against it. */
    Uni<Optional<String>> against(Reply reply);

    /**
     * The same for the first reply on a case that is about to be stored.
     *
     * @param text of the only message of the case, its subject before it
     */
    Optional<String> againstFirst(Reply reply, Inquiry inquiry, String text);
}
