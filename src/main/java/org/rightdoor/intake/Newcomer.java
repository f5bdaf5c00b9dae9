package org.rightdoor.intake;

import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rightdoor.answers.Answer;
import org.rightdoor.inquiry.CaseLink;
import org.rightdoor.people.Person;
import org.rightdoor.reply.Reply;

/** A question that looks as if somebody who never wrote opens a new case by it, on its way to being stored. */
final class Newcomer {

    final Opening opening;
    final Person person;
    final UniEmitter<? super Receipt> told;

    /** The approved answer to it, as long as nothing speaks against giving that without a person. */
    Optional<Answer> sure;

    CaseLink link;
    Optional<Reply> reply = Optional.empty();

    Newcomer(Opening opening, Person person, Optional<Answer> sure, UniEmitter<? super Receipt> told) {
        this.opening = opening;
        this.person = person;
        this.sure = sure;
        this.told = told;
    }

    /** The numbers that the database keeps for it. */
    void number(long person, long inquiry) {
        this.person.id = person;
        opening.contact().personId = person;
        opening.inquiry().personId = person;
        opening.inquiry().number = inquiry;
        opening.contact().inquiryNumber = inquiry;
    }

    /** By what it would be known that another question is the same, or of the same family. */
    Stream<String> marks() {
        var sender = opening.message().sender();
        return Stream.of(opening.message().externalId(), sender.email(), sender.phone())
                .filter(mark -> mark != null);
    }

    Receipt receipt() {
        var inquiry = opening.inquiry();
        return Receipt.of(
                inquiry,
                List.of(),
                link.token,
                false,
                false,
                sure.map(answer -> answer.text().in(inquiry.language)).orElse(null));
    }
}
