package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.rightdoor.channel.sms.OutgoingText;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.TimelineEntry;
import org.rightdoor.people.Address;
import org.rightdoor.reply.Consents;

/** Finds out how the family of a case may be texted. */
@ApplicationScoped
public class Textings {

    @Inject
    Consents consents;

    @Inject
    OutgoingText texts;

    public Uni<Texting> about(CaseFile file) {
        var inquiry = file.inquiry();
        return consents.said(Channel.SMS, numbers(file))
                .map(said -> new Texting(
                        said,
                        texts.isResting(),
                        texts.signature(inquiry.language, inquiry.department, inquiry.number),
                        texts.longest()));
    }

    /** The telephone numbers of the person and of whoever else wrote in this case. */
    public static List<String> numbers(CaseFile file) {
        var ofPerson = file.addresses().stream()
                .filter(address -> address.kind == Address.Kind.PHONE)
                .map(address -> address.value);
        var ofWriters = file.timeline().stream()
                .filter(TimelineEntry::isContact)
                .map(TimelineEntry::address)
                .filter(address -> address != null && address.startsWith("+"));
        return Stream.concat(ofPerson, ofWriters).distinct().toList();
    }
}
