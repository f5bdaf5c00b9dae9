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
class Access {

    /** A case, and whether this person may work on it or only read on, after handing it over. */
    record Opened(CaseFile file, boolean mayWork) {}

    @Inject
    CaseFiles caseFiles;

    @Inject
    Inquiries inquiries;

    Uni<Opened> open(long number, Seat seat) {
        return mayWork(number, seat).chain(mayWork -> caseFiles.find(number).map(file -> new Opened(file, mayWork)));
    }

    /** True to work on it, false to read it; fails with "not found" for everybody else. */
    Uni<Boolean> mayWork(long number, Seat seat) {
        return inquiries.find(number).chain(inquiry -> {
            if (inquiry == null) throw new NotFoundException();
            if (seat.staff().maySee(inquiry.department)) return Uni.createFrom().item(true);
            return inquiries.wasHandedOverBy(seat.staff().id, number).map(handedOver -> {
                if (!handedOver) throw new NotFoundException();
                return false;
            });
        });
    }

    /** Fails with "not found" unless this person may work on the case. */
    Uni<Void> demandWork(long number, Seat seat) {
        return mayWork(number, seat)
                .invoke(mayWork -> {
                    if (!mayWork) throw new NotFoundException();
                })
                .replaceWithVoid();
    }
}
