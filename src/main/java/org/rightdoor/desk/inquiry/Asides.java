package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.rightdoor.calendar.Promises;
import org.rightdoor.desk.DuePages;
import org.rightdoor.reply.Bounces;

/** Gathers what one should know of a case before speaking. */
@ApplicationScoped
class Asides {

    /**
     * What stands beside the conversation.
     *
     * @param failing addresses that mail does not reach, with why
     * @param colleagues who may work on the case
     */
    record Aside(List<DuePages.Line> promises, Map<String, String> failing, List<Colleagues.Colleague> colleagues) {

        /** Name of who works on the case, or null. */
        public String worker(Long id) {
            return colleagues.stream()
                    .filter(colleague -> colleague.staff().id.equals(id))
                    .findFirst()
                    .map(colleague -> colleague.staff().name)
                    .orElse(id == null ? null : "a former colleague");
        }
    }

    @Inject
    Bounces bounces;

    @Inject
    Promises promises;

    @Inject
    Colleagues colleagues;

    Uni<Aside> of(Sheet sheet) {
        var file = sheet.file();
        return bounces.failing(sheet.emails())
                .chain(failing -> promises.runningOf(sheet.inquiry().number).chain(running -> colleagues
                        .of(sheet.inquiry(), file.parts())
                        .map(all -> new Aside(
                                running.stream()
                                        .map(promise -> new DuePages.Line(promise, DuePages.what(promise)))
                                        .toList(),
                                failing,
                                all))));
    }
}
