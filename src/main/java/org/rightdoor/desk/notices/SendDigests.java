package org.rightdoor.desk.notices;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rightdoor.Config;
import org.rightdoor.Database;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.channel.email.StaffMail;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;

/**
 * Mails each member of staff what is new for them, in their open hours, and at once what is urgent. The replica that claims a
 * row sends; what the mail server does not take is tried again.
 */
@ApplicationScoped
class SendDigests {

    /** What is urgent does not ring every minute. */
    private static final Duration BETWEEN_URGENT = Duration.ofMinutes(5);

    @Inject
    Wishes wishes;

    @Inject
    Notices notices;

    @Inject
    StaffMembers members;

    @Inject
    StaffMail mail;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Config config;

    @Scheduled(
            every = "60s",
            delayed = "20s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Database.NotReady.class)
    Uni<Void> look() {
        return config.mail().smtpUrl().isEmpty() || knowledge.now() == null
                ? Uni.createFrom().voidItem()
                : look(Instant.now());
    }

    Uni<Void> look(Instant at) {
        var now = at.truncatedTo(ChronoUnit.MICROS);
        return wishes.giveLeadsTheirs().chain(wishes::byMail).chain(all -> members.all()
                .chain(staff -> {
                    Map<Long, Staff> byId =
                            staff.stream().collect(Collectors.toMap(member -> member.id, Function.identity()));
                    return Multi.createFrom()
                            .iterable(all)
                            .onItem()
                            .transformToUniAndConcatenate(wish -> tell(wish, byId.get(wish.staffId), now)
                                    .onFailure()
                                    .invoke(failure ->
                                            Log.errorf(failure, "Member of staff %d could not be told", wish.staffId))
                                    .onFailure()
                                    .recoverWithNull())
                            .collect()
                            .last()
                            .replaceWithVoid();
                }));
    }

    private Uni<Void> tell(Wish wish, Staff listed, Instant now) {
        var due = wish.isDue(
                now,
                notices.isOpen(listed, now),
                knowledge.now().rules().district().timeZone());
        if (!due && wish.toldUntil.plus(BETWEEN_URGENT).isAfter(now))
            return Uni.createFrom().voidItem();
        // Asked for again with those departments for which this person stands in.
        return members.byEmail(listed.email)
                .chain(staff -> notices.of(staff, wish, wish.toldUntil, now).chain(news -> {
                    var urgent = news.stream().anyMatch(Notice::urgent);
                    if (!due && !urgent) return Uni.createFrom().voidItem();
                    return wishes.claim(wish, now)
                            .chain(claimed -> claimed && !news.isEmpty()
                                    ? send(wish, staff, news, now)
                                    : Uni.createFrom().voidItem());
                }));
    }

    private Uni<Void> send(Wish wish, Staff staff, List<Notice> news, Instant now) {
        return mail.send(staff.email, subject(news), text(news))
                .chain(refused -> refused == null
                        ? Uni.createFrom().voidItem()
                        : wishes.giveBack(wish, now).replaceWithVoid());
    }

    static String subject(List<Notice> news) {
        return news.size() == 1 ? "RightDoor: 1 thing for you" : "RightDoor: " + news.size() + " things for you";
    }

    private String text(List<Notice> news) {
        return news.stream()
                        .map(notice -> notice.words() + "\n" + config.publicUrl() + notice.href() + "\n")
                        .collect(Collectors.joining("\n"))
                + (news.size() == Notices.MOST ? "\nThere is more: " + config.publicUrl() + "/desk\n" : "")
                + "\n-- \nWhat you are told, and how: " + config.publicUrl() + "/desk/me\n";
    }
}
