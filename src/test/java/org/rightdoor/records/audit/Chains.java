package org.rightdoor.records.audit;

import javax.sql.DataSource;
import org.rightdoor.records.Work;

/** Links all there is, and looks for a break. */
public final class Chains {

    private Chains() {}

    public static String firstBreak(DataSource database) {
        Work.in(database, connection -> {
            for (var mark : Chain.marks(connection)) Chain.link(connection, mark);
            return null;
        });
        return Work.in(database, Chain::firstBreak);
    }
}
