package org.rightdoor.channel.email;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.DeliveryFailed;
import org.rightdoor.reply.Herald;

/** Mails members of staff, over the same server as families. */
@ApplicationScoped
class MailHerald implements Herald {

    @Inject
    MailTransport transport;

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public void tell(String address, String subject, String text) throws DeliveryFailed {
        transport.tell(address, subject, text, true);
    }
}
