package org.rightdoor.portal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.Consent.Wish;
import org.rightdoor.reply.Consents;
import org.rightdoor.reply.Destination;

/** Where a code about a case can go: to its own addresses, but to no number that wants no texts. */
@ApplicationScoped
class CodeWays {

    @Inject
    Consents consents;

    Uni<List<CodeWay>> to(CaseFile file) {
        var ways = new ArrayList<CodeWay>();
        if (file.email() != null) {
            ways.add(new CodeWay(new Destination(Channel.EMAIL, file.email()), Masked.email(file.email())));
        }
        if (file.phone() == null) return Uni.createFrom().item(ways);
        return consents.wishOf(Channel.SMS, file.phone()).map(wish -> {
            if (wish == Wish.IN) {
                ways.add(new CodeWay(new Destination(Channel.SMS, file.phone()), Masked.phone(file.phone())));
            }
            return ways;
        });
    }
}
