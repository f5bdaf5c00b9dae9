package org.rightdoor.channel.email;

import io.quarkus.logging.Log;
import jakarta.mail.Flags;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.rightdoor.channel.email.MailboxPositions.Position;
import org.rightdoor.intake.Inbound;

/**
 * One mailbox, read by a thread of its own for as long as the application runs. A mail counts as read once it is stored,
 * and only then; whatever goes wrong, it is tried again from the same mail on.
 */
class Mailbox {

    /**
     * How long to wait: for the next look when nothing is announced, and before connecting again.
     *
     * @param look also where the server announces mail by IDLE: one that comes just while IDLE begins is announced by some
     *     servers to nobody. RFC 2177 has a client renew IDLE before 29 minutes, many firewalls forget a silent
     *     connection after 10.
     */
    record Pace(Duration look, Duration firstPause, Duration longestPause) {

        static final Pace USUAL = new Pace(Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofMinutes(2));
    }

    /** Is told how the reading goes. */
    interface Watcher {

        void mailCame();

        /** @param trouble why it cannot be read, or null when it can */
        void report(String trouble);
    }

    private static final int TRIES_TO_READ = 3;

    private final MailAccount account;
    private final AccessTokens tokens;
    private final Watcher watcher;
    private final MailParser parser;
    private final MailboxPositions positions;
    private final Consumer<Inbound> deliver;
    private final Pace pace;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private volatile MailboxConnection connection;
    private String state = "";
    private long triedUid;
    private int lastCount = -1;
    private int tries;

    /** @param deliver stores the message before it returns, or throws */
    Mailbox(
            MailAccount account,
            AccessTokens tokens,
            Watcher watcher,
            MailParser parser,
            MailboxPositions positions,
            Consumer<Inbound> deliver,
            Pace pace) {
        this.account = account;
        this.tokens = tokens;
        this.watcher = watcher;
        this.parser = parser;
        this.positions = positions;
        this.deliver = deliver;
        this.pace = pace;
    }

    void start() {
        var thread = new Thread(this::readUntilStopped, "mailbox " + account.host());
        thread.setDaemon(true);
        thread.start();
    }

    void stop() {
        stopped.countDown();
        var open = connection;
        if (open != null) open.close();
    }

    private void readUntilStopped() {
        try {
            var pause = pace.firstPause();
            while (!isStopped()) {
                if (readWhileItLasts()) pause = pace.firstPause();
                if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) return;
                pause = min(pause.multipliedBy(2), pace.longestPause());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** True when there was some time of quiet reading before the connection or the database was lost. */
    private boolean readWhileItLasts() throws InterruptedException {
        var worked = false;
        try (var open = MailboxConnection.to(account, tokens, pace.look())) {
            connection = open;
            while (!isStopped()) {
                if (!readNew(open.folder())) return true;
                worked = true;
                report("is being read", "");
                watcher.report(null);
                waitForMore(open);
            }
        } catch (MessagingException | IOException | RuntimeException failure) {
            if (isStopped()) return worked;
            report("cannot be read, trying again", ": " + reason(failure));
            watcher.report(reason(failure));
        }
        return worked;
    }

    private void waitForMore(MailboxConnection open) throws MessagingException, InterruptedException {
        if (!idle(open)) stopped.await(pace.look().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** False where the server cannot tell of new mail by itself. */
    boolean idle(MailboxConnection open) throws MessagingException {
        return open.idle();
    }

    /** False when the server holds mail that it does not hand over in this connection. */
    private boolean readNew(IMAPFolder folder) throws MessagingException, IOException {
        int known;
        do {
            known = folder.getMessageCount();
            notice(known);
            var validity = folder.getUIDValidity();
            var position = positions.of(account.toString()).filter(held -> held.uidValidity() == validity);
            if (position.isEmpty()) readUnread(folder, validity);
            else if (!readAfter(position.get(), folder)) return false;
            // What came in meanwhile was announced already; IDLE would not announce it again.
        } while (folder.getMessageCount() > known);
        return true;
    }

    /** Another replica may have been faster to read it; that it came is what counts. */
    private void notice(int count) {
        if (lastCount >= 0 && count > lastCount) watcher.mailCame();
        lastCount = count;
    }

    /** On first sight. The position is stored after the last of them: in between lies mail that people have read. */
    private void readUnread(IMAPFolder folder, long validity) throws MessagingException, IOException {
        var last = folder.getUIDNext() - 1;
        for (var message : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
            var uid = folder.getUID(message);
            take((IMAPMessage) message, uid);
            last = Math.max(last, uid);
        }
        positions.keep(account.toString(), new Position(validity, Math.max(last, 0)));
    }

    /** False at a mail that was never announced: some servers forget to, where two come together, and only a new connection sees it. */
    private boolean readAfter(Position position, IMAPFolder folder) throws MessagingException, IOException {
        for (var uid : newer(folder, position.lastUid())) {
            var message = folder.getMessageByUID(uid);
            if (message == null) return false;
            take((IMAPMessage) message, uid);
            positions.keep(account.toString(), new Position(position.uidValidity(), uid));
        }
        return true;
    }

    /** What the server itself holds. RFC 3501 section 6.4.8: a range that ends in * always holds the last mail, however old. */
    private static long[] newer(IMAPFolder folder, long uid) throws MessagingException {
        var held = (long[]) folder.doCommand(server -> server.fetchSequenceNumbers(uid + 1, UIDFolder.LASTUID));
        return LongStream.of(held).filter(each -> each > uid).sorted().toArray();
    }

    /** Returns when the mail is stored; one that always fails must not hold up the others. */
    private void take(IMAPMessage message, long uid) throws MessagingException, IOException {
        tries = uid == triedUid ? tries + 1 : 1;
        triedUid = uid;
        try {
            var mail = fetch(message);
            deliver.accept(isLastResort() ? parser.unread(mail) : parser.parse(mail));
            message.setFlag(Flags.Flag.SEEN, true);
        } catch (MessageRemovedException gone) {
            Log.debugf("A mail was removed from %s before it was read", account);
        } catch (MessagingException | IOException failure) {
            if (!isLastResort() || !message.getFolder().isOpen()) throw failure;
            deliver.accept(parser.parse(explanation(uid, failure)));
        }
    }

    private boolean isLastResort() {
        return tries > TRIES_TO_READ;
    }

    /** For staff, in place of a mail that the server cannot hand over; it stays unread in the mailbox. */
    private RawMail explanation(long uid, Exception failure) {
        var text = "Subject: A mail that could not be fetched\nAuto-Submitted: auto-generated\n\n"
                + "The mail server did not hand over mail " + uid + " of " + account + ": " + reason(failure)
                + "\nIt is still in the mailbox. Please read it there.";
        return new RawMail(text.getBytes(StandardCharsets.UTF_8), Instant.now(), true);
    }

    RawMail fetch(IMAPMessage message) throws MessagingException, IOException {
        // Peeking leaves \Seen alone until the mail is stored.
        message.setPeek(true);
        try (var in = message.getMimeStream()) {
            var bytes = in.readNBytes(RawMail.LARGEST + 1);
            var complete = bytes.length <= RawMail.LARGEST;
            return new RawMail(
                    complete ? bytes : Arrays.copyOf(bytes, RawMail.LARGEST),
                    MailboxConnection.arrival(message),
                    complete);
        }
    }

    /** One line for each change, however often it is tried. */
    private void report(String now, String why) {
        if (now.equals(state)) return;
        state = now;
        Log.infof("Mailbox %s %s%s", account, now, why);
    }

    private static String reason(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) root = root.getCause();
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
