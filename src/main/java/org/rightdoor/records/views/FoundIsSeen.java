package org.rightdoor.records.views;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.rightdoor.desk.CasesFound;

/** What a search shows of a case, its names and words, is seen too; the line says what was looked for. */
@ApplicationScoped
class FoundIsSeen {

    @Inject
    Views views;

    void see(@Observes CasesFound found) {
        var road = found.byProgram() ? Road.API_LIST : Road.SEARCH;
        for (var number : found.numbers()) views.add(View.by(found.by(), number, road, found.words()));
    }
}
