package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** How deeds of a kind are taken back that did more than change the values of cases. */
interface Reversal {

    default boolean isFor(Deed.Kind kind) {
        return false;
    }

    /** Inside the transaction that undoes the deed; throws {@link IllegalStateException} when it cannot be undone. */
    Uni<Void> reverse(Mutiny.Session session, Deed deed, List<DeedOnCase> lines, Actor by);
}
