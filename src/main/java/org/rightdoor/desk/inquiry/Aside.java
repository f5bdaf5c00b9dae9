package org.rightdoor.desk.inquiry;

import java.util.List;
import java.util.Map;
import org.rightdoor.desk.DuePages;
import org.rightdoor.inquiry.Consultation;
import org.rightdoor.inquiry.RelatedCases;
import org.rightdoor.people.Tie;

/**
 * What stands beside the conversation of a case.
 *
 * @param failing addresses that mail does not reach, with why
 * @param colleagues who may work on the case
 * @param asked questions to other departments that wait for their answer
 */
record Aside(
        List<DuePages.Line> promises,
        Map<String, String> failing,
        List<Colleagues.Colleague> colleagues,
        List<Consultation> asked,
        Family family,
        Doors doors) {

    /** Somebody who is the same person or of the same household; undoing the deed unlinks them. */
    record Relative(String name, Tie.Kind kind, long deed) {

        public boolean isSame() {
            return kind == Tie.Kind.SAME;
        }
    }

    /**
     * The people of the case and what they wrote about otherwise.
     *
     * @param beside open cases that may be the same matter, or are like it
     * @param merged what has become part of this case
     */
    record Family(
            List<Relative> relatives,
            List<RelatedCases.Line> earlier,
            RelatedCases.Beside beside,
            List<RelatedCases.Merged> merged) {}

    /** Name of who works on the case, or null. */
    public String worker(Long id) {
        return colleagues.stream()
                .filter(colleague -> colleague.staff().id.equals(id))
                .findFirst()
                .map(colleague -> colleague.staff().name)
                .orElse(id == null ? null : "a former colleague");
    }
}
