package org.rightdoor.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.Consultations;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Part;
import org.rightdoor.inquiry.Parts;

/** Who may open which case. What one may not see does not exist. */
@ApplicationScoped
public class Access {

    /** A case, and whether this person may work on it or only read on, after handing it over. */
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

    @Inject
    Parts parts;

    @Inject
    Consultations consultations;

    public Uni<Opened> open(long number, Seat seat) {
        return mayWork(number, seat).chain(mayWork -> caseFiles.find(number).map(file -> new Opened(file, mayWork)));
    }

    /** True to work on it, false to read it; fails with "not found" for everybody else. */
    public Uni<Boolean> mayWork(long number, Seat seat) {
        return inquiries.find(number).chain(inquiry -> {
            if (inquiry == null) throw new NotFoundException();
            if (seat.staff().maySee(inquiry.department)) return Uni.createFrom().item(true);
            return parts.of(number)
                    .chain(parts -> hasPart(parts, seat)
                            ? Uni.createFrom().item(true)
                            : mayRead(number, seat).map(mayRead -> {
                                if (!mayRead) throw new NotFoundException();
                                return false;
                            }));
        });
    }

    /** What was handed over is read on, and so is what one's department is asked about. */
    private Uni<Boolean> mayRead(long number, Seat seat) {
        return consultations.openOf(number)
                .chain(open -> open.stream().anyMatch(asked -> seat.staff().maySee(asked.department))
                        ? Uni.createFrom().item(true)
                        : inquiries.wasHandedOverBy(seat.staff().id, number));
    }

    private static boolean hasPart(List<Part> parts, Seat seat) {
        return parts.stream().anyMatch(part -> seat.staff().maySee(part.department));
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
