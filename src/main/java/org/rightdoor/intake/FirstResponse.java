package org.rightdoor.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.rightdoor.Config;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.AnswerFinder.Match;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.reply.Destination;
import org.rightdoor.reply.Letters;
import org.rightdoor.reply.Replies;
import org.rightdoor.reply.Reply;
import org.rightdoor.understand.Reading;

/** What a family hears at once about a new case: the approved answer if that is sure and allowed, else who has it. */
@ApplicationScoped
class FirstResponse {

    /** No address gets more automatic replies than this in an hour: a brake on two robots answering each other. */
    private static final int MOST_AN_HOUR = 5;

    @Inject
    Config config;

    @Inject
    Replies replies;

    /** The answer that may be given to this message without a person, if there is one. */
    Optional<Answer> answerTo(Inbound message, Reading reading, Inquiry inquiry, Knowledge knowledge) {
        var chosenOrRuled = knowledge.neverAnswer().forbids("", inquiry.topic).isPresent();
        if (message.automatic() || message.channel() == Channel.PHONE || chosenOrRuled) return Optional.empty();
        var today = LocalDate.now(knowledge.rules().district().timeZone());
        return knowledge.answerAtOnce(message.readable(), reading, today).map(Match::answer);
    }

    /** Queues the answer, or the notice that the message has arrived; nothing to robots, and nothing by itself to callers. */
    Uni<Void> send(Inbound message, Inquiry inquiry, String token, Optional<Answer> answer, Knowledge knowledge) {
        var sender = message.sender();
        var destination = Destination.backTo(message.channel(), sender.email(), sender.phone());
        var pageTellsEnough = destination.channel() == Channel.WEB && answer.isEmpty();
        var fromRobot = message.automatic() || inquiry.kind == Reading.Kind.AUTOMATIC;
        if (fromRobot || message.channel() == Channel.PHONE || pageTellsEnough)
            return Uni.createFrom().voidItem();
        var text = answer.map(given -> given.text().in(inquiry.language) + "\n\n"
                        + Letters.in(inquiry.language).automaticAnswer(inquiry.number))
                .orElseGet(() -> received(inquiry, knowledge));
        if (destination.channel() == Channel.SMS)
            text += "\n" + Letters.in(inquiry.language).link(link(token));
        var reply = Reply.to(inquiry.number, destination, text, Actor.RIGHTDOOR)
                .automatically(answer.map(Answer::id).orElse(null));
        return underTheCap(destination)
                .chain(allowed -> allowed
                        ? replies.queue(reply).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> underTheCap(Destination destination) {
        if (destination.address() == null) return Uni.createFrom().item(true);
        return replies.automaticTo(destination.address(), Instant.now().minus(Duration.ofHours(1)))
                .map(sent -> sent < MOST_AN_HOUR);
    }

    private String received(Inquiry inquiry, Knowledge knowledge) {
        var rules = knowledge.rules();
        var department = rules.departments().get(inquiry.department);
        return Letters.in(inquiry.language)
                .received(
                        rules.district().name().in(inquiry.language),
                        inquiry.number,
                        department.name().in(inquiry.language),
                        department.answersWithinDays());
    }

    private String link(String token) {
        return config.publicUrl() + "/cases/" + token;
    }
}
