package org.rightdoor.desk.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.rightdoor.inquiry.CaseNow;
import org.rightdoor.inquiry.Change;
import org.rightdoor.inquiry.Sight;

/**
 * What a page hears about one case that changed.
 *
 * @param what all kinds of change that came together
 * @param by who did it, where that was one member of staff
 * @param now how the case stands; null once it is gone
 * @param gone true when the reader could see it until now and no longer can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record News(long number, Set<Change.Kind> what, Long by, CaseNow now, Boolean gone) {

    /** Of every changed case that the reader may see, or could until now; of others, nothing. */
    static List<News> of(Collection<Change> changes, Map<Long, CaseNow> seen, Sight sight) {
        var byNumber = new LinkedHashMap<Long, List<Change>>();
        changes.forEach(change -> byNumber.computeIfAbsent(change.number(), first -> new ArrayList<>())
                .add(change));
        var news = new ArrayList<News>();
        byNumber.forEach((number, ofOne) -> {
            var now = seen.get(number);
            var gone = now == null && ofOne.stream().anyMatch(change -> couldSee(sight, change));
            if (now != null || gone) news.add(new News(number, kinds(ofOne), by(ofOne), now, gone ? true : null));
        });
        return news;
    }

    private static boolean couldSee(Sight sight, Change change) {
        return change.was() != null
                && (sight.everywhere() || sight.departments().contains(change.was()));
    }

    private static Set<Change.Kind> kinds(List<Change> changes) {
        var kinds = new TreeSet<Change.Kind>();
        changes.forEach(change -> kinds.add(change.kind()));
        return kinds;
    }

    private static Long by(List<Change> changes) {
        var staff = changes.stream()
                .map(Change::by)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return staff.size() == 1 ? staff.get(0) : null;
    }
}
