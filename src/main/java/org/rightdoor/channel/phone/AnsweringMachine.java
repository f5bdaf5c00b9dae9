package org.rightdoor.channel.phone;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.intake.DueDate;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Transcripts;
import org.rightdoor.reply.Destination;
import org.rightdoor.reply.Letters;
import org.rightdoor.reply.Replies;
import org.rightdoor.reply.Reply;

/** Makes a case of what a caller left, and gives the caller the text that was promised. */
@ApplicationScoped
class AnsweringMachine {

    // Whoever comes first, the key that was pressed or the recording, leaves it to the other; only one finds both.
    private static final String OWES_TEXT =
            """
            update voice_call set texted = true
            where call_sid = :call and wants_text and not texted
              and exists (select 1 from voicemail v where v.call_sid = :call and v.contact_id is not null)""";

    private static final String CASE =
            """
            select c.inquiry_number from voicemail v join contact c on c.id = v.contact_id
            where v.call_sid = :call order by c.id limit 1""";

    @Inject
    Config config;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    VoiceCalls calls;

    @Inject
    Voicemails voicemails;

    @Inject
    Intake intake;

    @Inject
    Transcripts transcripts;

    @Inject
    Inquiries inquiries;

    @Inject
    Replies replies;

    @Inject
    DueDate due;

    /** The voicemail with its contact; again is as once. */
    Uni<Voicemail> receive(Voicemail voicemail) {
        if (voicemail.contactId() != null) return Uni.createFrom().item(voicemail);
        return calls.find(voicemail.callSid())
                .chain(call -> intake.receive(voicemail.inbound(call)))
                .chain(() -> voicemails.isContact(voicemail))
                // What was said may have been written down in this very moment.
                .call(received -> hear(received))
                .call(received -> textIfOwed(received.callSid()));
    }

    /** What was said becomes the text of the contact, once both are there. */
    Uni<Void> hear(Voicemail voicemail) {
        return voicemail.contactId() == null || voicemail.said() == null
                ? Uni.createFrom().voidItem()
                : transcripts.hear(Channel.PHONE, voicemail.recordingSid(), voicemail.said());
    }

    /** Sends the link to the case, once the caller has asked for it and there is one. */
    Uni<Void> textIfOwed(String callSid) {
        return sessions.withTransaction(session -> session.createNativeQuery(OWES_TEXT)
                .setParameter("call", callSid)
                .executeUpdate()
                .chain(owed -> owed == 0
                        ? Uni.createFrom().voidItem()
                        : session.createNativeQuery(CASE, Long.class)
                                .setParameter("call", callSid)
                                .getSingleResult()
                                .chain(inquiries::find)
                                .chain(inquiry -> text(callSid, inquiry))));
    }

    private Uni<Void> text(String callSid, Inquiry inquiry) {
        return calls.find(callSid).chain(call -> inquiries
                .wholeLink(inquiry.number)
                .chain(link -> replies.queue(Reply.to(
                                inquiry.number,
                                new Destination(Channel.SMS, call.caller()),
                                words(call, inquiry, config.publicUrl() + "/cases/" + link.token),
                                Actor.RIGHTDOOR)
                        .automatically()))
                .replaceWithVoid());
    }

    private String words(VoiceCall call, Inquiry inquiry, String link) {
        var rules = knowledge.now().rules();
        var department = rules.departments().get(inquiry.department);
        var letters = Letters.in(call.language());
        return letters.received(
                        rules.district().name().in(call.language()),
                        inquiry.number,
                        department.name().in(call.language()),
                        due.of(inquiry, call.language()))
                + "\n" + letters.link(link);
    }
}
