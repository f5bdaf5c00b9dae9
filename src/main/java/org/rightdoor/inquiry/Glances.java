package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** A quick look at a few cases, as far as somebody may see them. */
@ApplicationScoped
public class Glances {

    @Inject
    Pool pool;

    /** Those of the cases that may be read, by number; what may not be read is missing, like what does not exist. */
    public Uni<Map<Long, CaseNow>> at(Collection<Long> numbers, Sight sight) {
        if (numbers.isEmpty()) return Uni.createFrom().item(Map.of());
        return new Sql("select " + CaseNow.COLUMNS + " where i.number = any(:numbers) and " + sight.mayRead())
                .with("numbers", numbers.toArray(Long[]::new))
                .with(sight::bind)
                .on(pool)
                .map(rows -> {
                    var cases = new LinkedHashMap<Long, CaseNow>();
                    rows.forEach(row -> cases.put(row.getLong("number"), CaseNow.of(row)));
                    return cases;
                });
    }
}
