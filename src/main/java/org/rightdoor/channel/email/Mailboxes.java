package org.rightdoor.channel.email;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.rightdoor.Database;
import org.rightdoor.intake.Inbound;

/** Reads every configured mailbox from the moment the database is ready until the application stops. */
@ApplicationScoped
class Mailboxes {

    @Inject
    MailAccounts accounts;

    @Inject
    MailParser parser;

    @Inject
    MailboxPositions positions;

    @Inject
    AccessTokens tokens;

    @Inject
    MailWatch watch;

    @Inject
    Postbox postbox;

    private final List<Mailbox> reading = new ArrayList<>();

    void start(@Observes Database.Ready ready) {
        for (var account : accounts.mailboxes()) {
            watch.watch(account.toString());
            var mailbox = new Mailbox(
                    account, tokens, watcher(account), parser, positions, this::deliver, Mailbox.Pace.USUAL);
            reading.add(mailbox);
            mailbox.start();
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        reading.forEach(Mailbox::stop);
    }

    private Mailbox.Watcher watcher(MailAccount account) {
        var name = account.toString();
        return new Mailbox.Watcher() {
            @Override
            public void mailCame() {
                watch.came(name);
            }

            @Override
            public void report(String trouble) {
                watch.report(name, trouble);
            }
        };
    }

    /** Returns when the contact is committed. */
    private void deliver(Inbound message) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> postbox.receive(message));
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
