package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.rightdoor.desk.writing.Choices;
import org.rightdoor.desk.writing.Drafts;
import org.rightdoor.desk.writing.Drafts.Kind;
import org.rightdoor.desk.writing.Translator;
import org.rightdoor.desk.writing.Writing;
import org.rightdoor.reply.Sendings;

/** Sets out what somebody needs to answer a case. */
@ApplicationScoped
class ReplyBoxes {

    @Inject
    Drafts drafts;

    @Inject
    Choices choices;

    @Inject
    Sendings sendings;

    @Inject
    Translator translator;

    Uni<ReplyBox> of(Sheet sheet) {
        var translates = translator.speaks(sheet.inquiry().language);
        if (!sheet.mayWork()) {
            return Uni.createFrom().item(new ReplyBox(sheet, Writing.NONE, Writing.NONE, List.of(), null, translates));
        }
        var number = sheet.inquiry().number;
        var staff = sheet.seat().staff().id;
        return drafts.find(number, staff, Kind.REPLY).chain(kept -> drafts.find(number, staff, Kind.NOTE)
                .chain(note -> choices.forCase(sheet.file(), sheet.seat()).chain(ready -> sendings.heldOf(number, staff)
                        .map(held -> new ReplyBox(sheet, kept, note, ready, held, translates)))));
    }
}
