package org.rightdoor.channel.email;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Receipt;
import org.rightdoor.reply.Bounces;

/** Where every mail goes, whichever door it came by. */
@ApplicationScoped
class Postbox {

    @Inject
    Intake intake;

    @Inject
    Bounces bounces;

    /** When the result is there, all is committed; the same mail again changes nothing. */
    Uni<Receipt> receive(Inbound mail) {
        return intake.receive(mail)
                .call(() -> bounces.record(mail.mail().bounces()))
                .call(() -> reachable(mail));
    }

    private Uni<Void> reachable(Inbound mail) {
        var address = mail.sender().email();
        return mail.automatic() || address == null ? Uni.createFrom().voidItem() : bounces.works(address);
    }
}
