package org.rightdoor.channel.sms;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Intake;
import org.rightdoor.reply.Consents;
import org.rightdoor.reply.Deliveries;

/** What is done with what Twilio tells us; done twice, it is as if done once. */
@ApplicationScoped
class Reception {

    @Inject
    Wishes wishes;

    @Inject
    AwaitedMedia awaitedMedia;

    @Inject
    Intake intake;

    @Inject
    Deliveries deliveries;

    @Inject
    Consents consents;

    /** When this is done, the message is stored, with its wish about texts and the files that are still to be fetched. */
    Uni<Void> receive(IncomingText text) {
        return wishes.heard(text)
                .call(() -> awaitedMedia.expect(text))
                .chain(automatic -> intake.receive(text.inbound(automatic)))
                .replaceWithVoid();
    }

    Uni<Void> record(DeliveryReport report) {
        if (!report.namesOne()) return Uni.createFrom().voidItem();
        return switch (report.outcome()) {
            case ON_ITS_WAY -> deliveries.left(report.sent());
            case ARRIVED -> deliveries.arrived(report.sent());
            case LOST -> optedOut(report).chain(() -> deliveries.lost(report.sent(), report.why()));
        };
    }

    private Uni<Void> optedOut(DeliveryReport report) {
        return report.optedOut() && report.to() != null
                ? consents.optedOutAtCarrier(Channel.SMS, report.to(), report.why())
                : Uni.createFrom().voidItem();
    }
}
