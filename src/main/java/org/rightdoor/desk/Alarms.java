package org.rightdoor.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.calendar.FetchPublishedCalendar;
import org.rightdoor.channel.email.MailWatch;
import org.rightdoor.inquiry.FilesAreScanned;
import org.rightdoor.inquiry.InboxCounts;
import org.rightdoor.inquiry.Owed;
import org.rightdoor.intake.Brake;

/** What an administrator should know about the whole installation, each a sentence; nothing for everybody else. */
@ApplicationScoped
public class Alarms {

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Brake brake;

    @Inject
    Owed owed;

    @Inject
    FetchPublishedCalendar published;

    @Inject
    MailWatch mail;

    @Inject
    FilesAreScanned scanner;

    public Uni<List<String>> of(Seat seat) {
        if (!seat.admin()) return Uni.createFrom().item(List.of());
        return owed.late(seat.sight()).chain(late -> brake.held().map(held -> alarms(late, held)));
    }

    private List<String> alarms(long late, List<Brake.Held> held) {
        var alarms = new ArrayList<String>();
        var meaning = knowledge.now().classifier().meaning().notice();
        if (meaning != null) alarms.add(meaning);
        held.forEach(each -> alarms.add(each.address() + " sent " + each.mails()
                + " mails within the hour, like a machine. It gets no automatic replies until it writes less."));
        alarms.addAll(mail.alarms());
        if (published.trouble() != null) alarms.add(published.trouble());
        if (late > 0) alarms.add(late(late) + " They stand first under Promises.");
        if (scanner.trouble() != null) {
            alarms.add("Files wait for the virus scanner, and nobody gets them until then: " + scanner.trouble());
        }
        return alarms;
    }

    private static String late(long promises) {
        if (promises == 1) return "1 promise to a family is late.";
        var many = promises < InboxCounts.MOST ? Long.toString(promises) : "More than " + (InboxCounts.MOST - 1);
        return many + " promises to families are late.";
    }
}
