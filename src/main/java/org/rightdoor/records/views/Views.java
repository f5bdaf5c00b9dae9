package org.rightdoor.records.views;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rightdoor.Database;
import org.rightdoor.records.Sql;
import org.rightdoor.records.Work;

/**
 * The view log. What is seen is written down within a second of the answer, many views in one statement, so that no page waits
 * for it; an orderly end of the application writes the rest. Who sees a case sees what has become part of it: each has its line. Who opens a confidential case for a while has given a reason,
 * which stands in the line. Somebody who opens the same case the same way again within five
 * minutes adds no second line.
 */
@ApplicationScoped
public class Views {

    /** Held while the database cannot be reached; beyond it the application says that views are lost. */
    private static final int MOST_HELD = 50_000;

    private static final String WRITE =
            """
            insert into case_view (inquiry_number, at, road, staff_id, viewer, reason)
            select s.number, s.at, s.road, s.staff, s.viewer, s.reason from (
                select coalesce(w.number, (select k.inquiry_number from case_link k where k.token = x.token)) as number,
                       x.token, x.at, x.road, x.staff, x.viewer,
                       coalesce((select n.reason from named_on_case n where x.reason = '' and n.inquiry_number = w.number
                                 and n.staff_id = x.staff and n.until > x.at), x.reason) as reason
                from jsonb_to_recordset(?::jsonb) as x(number bigint, whole boolean, token text, at timestamptz, road text,
                                                       staff bigint, viewer text, reason text)
                cross join lateral (select x.number where not x.whole
                                    union all select whole_of(x.number) where x.whole) w(number)) s
            where (s.number is not null or s.token is null)
              and not exists (select from case_view v where v.inquiry_number = s.number
                              and v.at > s.at - interval '5 minutes' and v.road = s.road and v.viewer = s.viewer
                              and v.staff_id is not distinct from s.staff and v.reason = s.reason)
            order by s.at""";

    @Inject
    Work work;

    @Inject
    ObjectMapper json;

    @Inject
    Database database;

    private Map<Object, View> seen = new LinkedHashMap<>();

    /** Takes it down; it is in the database within a second. */
    public synchronized void add(View view) {
        if (seen.size() >= MOST_HELD) {
            Log.error("The view log cannot be written: views are lost until the database can be reached again");
            return;
        }
        seen.putIfAbsent(view.sameAs(), view);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    void write() {
        var views = take();
        if (views.isEmpty()) return;
        try {
            var lines = lines(views);
            work.in(connection -> Sql.of(WRITE, lines).run(connection));
        } catch (RuntimeException unreachable) {
            Log.warn("The view log cannot be written just now, trying again", unreachable);
            views.forEach(this::add);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (database.isReady()) write();
    }

    private synchronized Collection<View> take() {
        var taken = seen.values();
        seen = new LinkedHashMap<>();
        return taken;
    }

    private String lines(Collection<View> views) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var view : views) {
            var line = new LinkedHashMap<String, Object>();
            line.put("number", view.number());
            line.put("whole", view.number() != null && view.road().showsWhole());
            line.put("token", view.token());
            line.put("at", view.at().toString());
            line.put("road", view.road().name());
            line.put("staff", view.staffId());
            line.put("viewer", view.viewer());
            line.put("reason", view.reason());
            lines.add(line);
        }
        try {
            return json.writeValueAsString(lines);
        } catch (JsonProcessingException onlyTextsAndNumbers) {
            throw new IllegalStateException(onlyTextsAndNumbers);
        }
    }
}
