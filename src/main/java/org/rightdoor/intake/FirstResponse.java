package org.rightdoor.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rightdoor.Config;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.AnswerFinder.Match;
import org.rightdoor.answers.AnswerStandings;
import org.rightdoor.answers.Asker;
import org.rightdoor.answers.GivenAnswers;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Clarification;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Part;
import org.rightdoor.people.Person;
import org.rightdoor.reply.Destination;
import org.rightdoor.reply.Letters;
import org.rightdoor.reply.Replies;
import org.rightdoor.reply.Reply;
import org.rightdoor.understand.Reading;

/** What a family hears at once about a new case: the approved answer if that is sure and allowed, else who has it. */
@ApplicationScoped
class FirstResponse {

    @Inject
    Config config;

    @Inject
    Replies replies;

    @Inject
    AnswerStandings standings;

    @Inject
    GivenAnswers given;

    @Inject
    Brake brake;

    @Inject
    DueDate due;

    /** The answer that may be given to this message without a person, if there is one. */
    Uni<Optional<Answer>> answerTo(
            Inbound message, Heard heard, Inquiry inquiry, Person.Role role, Knowledge knowledge) {
        var sure = sureAnswer(message, heard, new Asker(inquiry.school, role), inquiry.topic, knowledge);
        if (sure.isEmpty()) return Uni.createFrom().item(sure);
        return standings.isAutomatic(sure.get()).map(automatic -> automatic ? sure : Optional.empty());
    }

    /** The answer to it that nothing but its standing may speak against. */
    Optional<Answer> sureAnswer(Opening opening, Person.Role role) {
        var inquiry = opening.inquiry();
        return sureAnswer(
                opening.message(), opening.heard(), new Asker(inquiry.school, role), inquiry.topic, opening.known());
    }

    private static Optional<Answer> sureAnswer(
            Inbound message, Heard heard, Asker asker, String topic, Knowledge knowledge) {
        var chosenOrRuled = knowledge.neverAnswer().forbids("", topic).isPresent();
        if (message.automatic() || message.channel() == Channel.PHONE || chosenOrRuled) return Optional.empty();
        var today = LocalDate.now(knowledge.rules().district().timeZone());
        return knowledge
                .answerAtOnce(message.readable(), heard.whole(), heard.signals(), asker, today)
                .map(Match::answer);
    }

    /** Queues the answer, or the notice that the message has arrived; nothing to robots, and nothing by itself to callers. */
    Uni<Void> send(
            Inbound message,
            Inquiry inquiry,
            String token,
            Optional<Answer> answer,
            List<Part> parts,
            Optional<Clarification> asked,
            Knowledge knowledge) {
        return reply(message, inquiry, token, answer, parts, asked, knowledge)
                .map(reply -> send(reply, answer, inquiry))
                .orElse(Uni.createFrom().voidItem());
    }

    private Uni<Void> send(Reply reply, Optional<Answer> answer, Inquiry inquiry) {
        return brake.lets(new Destination(reply.channel, reply.address), answer.isPresent())
                .chain(allowed -> allowed
                        ? replies.queue(reply)
                                .chain(queued ->
                                        queued == null ? Uni.createFrom().voidItem() : remember(answer, inquiry))
                        : Uni.createFrom().voidItem());
    }

    /** The first reply to a newcomer, whom no {@link Brake} holds; empty where the page tells enough. */
    Optional<Reply> reply(Opening opening, String token, Optional<Answer> answer) {
        return reply(opening.message(), opening.inquiry(), token, answer, List.of(), Optional.empty(), opening.known());
    }

    private Optional<Reply> reply(
            Inbound message,
            Inquiry inquiry,
            String token,
            Optional<Answer> answer,
            List<Part> parts,
            Optional<Clarification> asked,
            Knowledge knowledge) {
        var sender = message.sender();
        var destination = Destination.backTo(message.channel(), sender.email(), sender.phone());
        var pageTellsEnough = destination.channel() == Channel.WEB && answer.isEmpty();
        var fromRobot = message.automatic() || inquiry.kind == Reading.Kind.AUTOMATIC;
        if (fromRobot || message.channel() == Channel.PHONE || pageTellsEnough) return Optional.empty();
        var text = answer.map(taken -> answered(taken, inquiry))
                .orElseGet(() -> asked.isPresent()
                        ? question(inquiry, asked.get(), destination, token, knowledge)
                        : received(inquiry, parts, knowledge));
        text += "\n\n" + knowledge.rules().district().emergency().in(inquiry.language);
        if (destination.channel() == Channel.SMS)
            text += "\n" + Letters.in(inquiry.language).link(link(token));
        var reply = Reply.to(inquiry.number, destination, text, Actor.RIGHTDOOR).automatically();
        answer.ifPresent(taken -> reply.takenFrom(taken.id(), taken.version(inquiry.language)));
        return Optional.of(reply);
    }

    private Uni<Void> remember(Optional<Answer> answer, Inquiry inquiry) {
        return answer.map(taken -> given.remember(taken, inquiry.language))
                .orElse(Uni.createFrom().voidItem());
    }

    private static String answered(Answer answer, Inquiry inquiry) {
        var letters = Letters.in(inquiry.language);
        var text = answer.text().in(inquiry.language) + "\n\n";
        if (answer.text().isUnreviewed(inquiry.language)) text += letters.unreviewed() + " ";
        return text + letters.automaticAnswer(inquiry.number);
    }

    private String question(
            Inquiry inquiry, Clarification asked, Destination destination, String token, Knowledge knowledge) {
        var language = inquiry.language;
        var district = knowledge.rules().district().name().in(language);
        var first = name(asked.departments[0], language, knowledge);
        var second = name(asked.departments[1], language, knowledge);
        return destination.channel() == Channel.SMS
                ? Letters.in(language).whichOfTwoByText(district, inquiry.number, first, second)
                : Letters.in(language).whichOfTwo(district, inquiry.number, first, second, link(token));
    }

    private static String name(String department, String language, Knowledge knowledge) {
        return knowledge.rules().departments().get(department).name().in(language);
    }

    private String received(Inquiry inquiry, List<Part> parts, Knowledge knowledge) {
        var language = inquiry.language;
        var rules = knowledge.rules();
        var names = Stream.concat(Stream.of(inquiry.department), parts.stream().map(part -> part.department))
                .map(key -> rules.departments().get(key).name().in(language))
                .toList();
        var by = due.of(inquiry, parts);
        var district = rules.district().name().in(language);
        var aboutTwoMatters = parts.size() == 1 && parts.get(0).topic != null;
        return aboutTwoMatters
                ? Letters.in(language).receivedByBoth(district, inquiry.number, names.get(0), names.get(1), by)
                : Letters.in(language).received(district, inquiry.number, String.join(" & ", names), by);
    }

    private String link(String token) {
        return config.publicUrl() + "/cases/" + token;
    }
}
