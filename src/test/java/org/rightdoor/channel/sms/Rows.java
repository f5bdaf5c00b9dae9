package org.rightdoor.channel.sms;

import java.sql.SQLException;
import org.rightdoor.TestDistrict;

/** What the tests' database holds. */
final class Rows {

    private Rows() {}

    static long heldTexts(String sid) {
        return count("select count(*) from contact where channel = 'SMS' and external_id = '" + sid + "'");
    }

    static String stateOfReply(String sid) {
        return one("select coalesce(max(state), 'NONE') from reply where external_id = '" + sid + "'");
    }

    static long count(String query) {
        return Long.parseLong(one(query));
    }

    private static String one(String query) {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
