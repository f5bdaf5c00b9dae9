package org.rightdoor.survey;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Database;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Deeds;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Status;
import org.rightdoor.inquiry.Survey;
import org.rightdoor.inquiry.Surveys;
import org.rightdoor.reply.Consent.Wish;
import org.rightdoor.reply.Consents;
import org.rightdoor.reply.Destination;
import org.rightdoor.reply.Replies;
import org.rightdoor.reply.Reply;
import org.rightdoor.routing.RoutingRules;

/** Asks the families of settled cases, each case once, as {@code surveys.yml} says. */
@ApplicationScoped
class AskHowTheHelpWas {

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    SettledCases settled;

    @Inject
    Inquiries inquiries;

    @Inject
    CaseFiles caseFiles;

    @Inject
    Surveys surveys;

    @Inject
    Consents consents;

    @Inject
    Replies replies;

    @Inject
    SurveyWords words;

    @Scheduled(every = "60s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> ask() {
        var rules = knowledge.now().rules();
        return rules.surveys()
                .after()
                .map(after -> settled.next(after)
                        .chain(numbers -> Deeds.inOrder(numbers, number -> ask(number, rules)))
                        .replaceWithVoid())
                .orElse(Uni.createFrom().voidItem());
    }

    /** One case a transaction; another replica that has it at hand waits here, and then finds it done. */
    Uni<Void> ask(long number, RoutingRules rules) {
        return sessions.withTransaction(session -> inquiries.lock(number).chain(inquiry -> surveys.of(number)
                .chain(held -> {
                    if (held != null || inquiry.status != Status.RESOLVED)
                        return Uni.createFrom().voidItem();
                    return caseFiles.find(number).chain(file -> askOrSayWhyNot(file, rules));
                })));
    }

    private Uni<Void> askOrSayWhyNot(CaseFile file, RoutingRules rules) {
        var survey = Survey.asking(file.inquiry().number);
        var way = way(file);
        return whyNot(file, way, rules)
                .chain(why -> why.isPresent()
                        ? Uni.createFrom().item(why)
                        : send(file, way.get(), survey)
                                .map(sent -> sent
                                        ? Optional.<String>empty()
                                        : Optional.of("Nothing leaves this case by itself.")))
                .chain(why -> {
                    survey.withheld = why.orElse(null);
                    if (why.isPresent()) survey.token = null;
                    return settled.keep(survey);
                });
    }

    private Uni<Optional<String>> whyNot(CaseFile file, Optional<Destination> way, RoutingRules rules) {
        var inquiry = file.inquiry();
        if (!rules.surveys().mayAsk(inquiry.department, inquiry.topic)) return because("The rules say so.");
        if (file.person().wantsNoSurveys) return because("The family does not want to be asked.");
        if (way.isEmpty()) return because("There is no address to ask at.");
        return settled.wasAskedWithin(rules.surveys().againAfter(), inquiry.personId)
                .chain(lately -> lately
                        ? because("The family was asked about another case lately.")
                        : consents.wishOf(way.get().channel(), way.get().address())
                                .map(wish -> wish == Wish.IN
                                        ? Optional.empty()
                                        : Optional.of("The family wants no messages there.")));
    }

    /** @return false where a veto stands against it */
    private Uni<Boolean> send(CaseFile file, Destination way, Survey survey) {
        var text = words.asking(file.inquiry(), way.channel(), survey.token);
        return replies.queue(Reply.to(file.inquiry().number, way, text, Actor.RIGHTDOOR)
                        .automatically())
                .map(reply -> {
                    if (reply == null) return false;
                    survey.replyId = reply.id;
                    survey.sentAt = Instant.now();
                    return true;
                });
    }

    /** As the family wished, or the way it wrote last. Nobody is texted who only ever called. */
    private static Optional<Destination> way(CaseFile file) {
        var wished = file.inquiry().answerBy;
        var channel = wished != null ? wished : file.latestChannel();
        if (channel == Channel.PHONE) channel = Channel.EMAIL;
        var way = Destination.backTo(channel, file.email(), channel == Channel.EMAIL ? null : file.phone());
        return way.channel() == Channel.WEB ? Optional.empty() : Optional.of(way);
    }

    private static Uni<Optional<String>> because(String why) {
        return Uni.createFrom().item(Optional.of(why));
    }
}
