package org.rightdoor.desk.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.rightdoor.desk.Seat;

/** Those who work in the departments that a person sees: whose cases a list can be narrowed to. */
@ApplicationScoped
class Assignees {

    /** More names than anybody looks through. */
    private static final int MOST = 300;

    @Inject
    Pool pool;

    /** By name. */
    Uni<List<Assignee>> of(Seat seat) {
        var departments = seat.staff().worksFor().toArray(String[]::new);
        return pool.preparedQuery(
                        """
                        select id, name from staff where active and ($1 or departments && $2)
                        and string_to_array(roles, ',') && array['admin', 'lead', 'agent', 'helper'] order by name, id limit $3""")
                .execute(Tuple.of(seat.admin(), departments, MOST))
                .map(rows -> rows.stream()
                        .map(row -> new Assignee(row.getLong("id"), row.getString("name")))
                        .toList());
    }
}
