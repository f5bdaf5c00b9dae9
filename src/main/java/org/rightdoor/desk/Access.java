package org.rightdoor.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.Inquiries;

/** Who may open which case. What one may not see does not exist. */
@ApplicationScoped
public class Access {

    /** A case, and whether this person may work on it or only read: a viewer, or who handed it over. */
    public record Opened(CaseFile file, boolean mayWork) {

        /** The department for which this person answers a part of somebody else's case; null for the owner's staff. */
        public String partOf(Seat seat) {
            if (seat.staff().maySee(file.inquiry().department)) return null;
            return file.parts().stream()
                    .map(part -> part.department)
                    .filter(seat.staff()::maySee)
                    .findFirst()
                    .orElse(null);
        }
    }

    @Inject
    CaseFiles caseFiles;

    @Inject
    Inquiries inquiries;

    public Uni<Opened> open(long number, Seat seat) {
        return mayWork(number, seat).chain(mayWork -> caseFiles.find(number).map(file -> new Opened(file, mayWork)));
    }

    /** True to work on it, false to read it; fails with "not found" for everybody else. */
    public Uni<Boolean> mayWork(long number, Seat seat) {
        return inquiries.mayWork(number, seat.sight()).map(mayWork -> {
            if (mayWork == null) throw new NotFoundException();
            return mayWork && seat.works();
        });
    }

    /** Fails with "not found" unless this person may work on the case. */
    public Uni<Void> demandWork(long number, Seat seat) {
        return mayWork(number, seat)
                .invoke(mayWork -> {
                    if (!mayWork) throw new NotFoundException();
                })
                .replaceWithVoid();
    }
}
