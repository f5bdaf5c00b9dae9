package org.rightdoor.desk.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Everybody's own views; nobody reads or changes another's. */
@ApplicationScoped
class SavedViews {

    static final int MOST = 30;
    static final int LONGEST_NAME = 60;

    @Inject
    Pool pool;

    /** In the order in which they were saved. */
    Uni<List<SavedView>> of(long staffId) {
        return pool.preparedQuery("select id, name, query from saved_view where staff_id = $1 order by id")
                .execute(Tuple.of(staffId))
                .map(rows -> rows.stream()
                        .map(row -> new SavedView(row.getLong("id"), row.getString("name"), row.getString("query")))
                        .toList());
    }

    /** False when there are as many as one can oversee. */
    Uni<Boolean> add(long staffId, String name, String query) {
        return pool.preparedQuery(
                        """
                        insert into saved_view (staff_id, name, query)
                        select $1, $2, $3 where (select count(*) from saved_view where staff_id = $1) < $4""")
                .execute(Tuple.of(staffId, name, query, (long) MOST))
                .map(rows -> rows.rowCount() == 1);
    }

    /** False when this person has no such view. */
    Uni<Boolean> rename(long staffId, long id, String name) {
        return pool.preparedQuery("update saved_view set name = $3 where staff_id = $1 and id = $2")
                .execute(Tuple.of(staffId, id, name))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Boolean> delete(long staffId, long id) {
        return pool.preparedQuery("delete from saved_view where staff_id = $1 and id = $2")
                .execute(Tuple.of(staffId, id))
                .map(rows -> rows.rowCount() == 1);
    }
}
