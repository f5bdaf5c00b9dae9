package org.rightdoor.safety;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.reply.Reply;
import org.rightdoor.reply.Veto;

/**
 * Nothing leaves by itself on a case to which a person was called, and no approved answer where a word of the family's or the
 * topic is on the never-answer list. It asks neither how sure anybody was nor what the classifier thinks.
 */
@ApplicationScoped
class NothingLeavesByItself implements Veto {

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    @Inject
    CurrentKnowledge knowledge;

    @Override
    public Uni<Optional<String>> against(Reply reply) {
        return inquiries.find(reply.inquiryNumber).chain(inquiry -> {
            var why = against(reply, inquiry);
            if (why.isPresent() || reply.answerId == null)
                return Uni.createFrom().item(why);
            var known = knowledge.now();
            return texts(inquiry.number).map(texts -> texts.stream()
                    .flatMap(text -> forbidden(text, known).stream())
                    .findFirst());
        });
    }

    @Override
    public Optional<String> againstFirst(Reply reply, Inquiry inquiry, String text) {
        var why = against(reply, inquiry);
        return why.isPresent() || reply.answerId == null ? why : forbidden(text, knowledge.now());
    }

    private Optional<String> against(Reply reply, Inquiry inquiry) {
        if (inquiry.safety) return Optional.of("A person was called to this case.");
        if (reply.answerId == null) return Optional.empty();
        return knowledge
                .now()
                .neverAnswer()
                .forbids("", inquiry.topic)
                .map(topic -> "Its topic is on the never-answer list: " + topic + ".");
    }

    private static Optional<String> forbidden(String text, Knowledge known) {
        return known.neverAnswer()
                .forbids(text, null)
                .map(id -> "A word of it is on the never-answer list: " + id + ".")
                .or(() -> known.safety().rules().in(text).stream()
                        .map(call -> "A word of it calls a person: " + call.rule() + ".")
                        .findFirst());
    }

    private Uni<List<String>> texts(long inquiryNumber) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select concat(coalesce(subject, ''), ' ', text) from Contact where inquiryNumber = :number",
                        String.class)
                .setParameter("number", inquiryNumber)
                .getResultList());
    }
}
