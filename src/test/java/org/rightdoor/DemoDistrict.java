package org.rightdoor;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.rightdoor.channel.sms.DemoPhone;

/** A demo with a few cases, and its telephone plugged in. */
public class DemoDistrict implements QuarkusTestResourceLifecycleManager {

    private static EmbeddedPostgres database;

    /** After {@code TestDistrict}, whose settings it overrides. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try {
            LearnedModel.in(Path.of("target/test-data"));
            database = EmbeddedPostgres.builder().start();
            var port = freePort();
            var address = new DatabaseAddress("127.0.0.1", database.getPort(), "postgres", "postgres", "postgres");
            var settings = new HashMap<>(address.settings());
            settings.putAll(address.settingsOfOwner());
            settings.putAll(DemoPhone.settings(port));
            settings.put("quarkus.http.test-port", String.valueOf(port));
            settings.put("rightdoor.public-url", "https://ask.maple.example");
            settings.put("rightdoor.data", "target/test-data");
            settings.put("rightdoor.demo", "true");
            settings.put("rightdoor.demo-cases", "5");
            settings.put("rightdoor.take-back", "PT0S");
            return settings;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        try {
            database.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String stateOfLastReplyTo(String number) {
        try (var connection = database.getPostgresDatabase().getConnection();
                var query = connection.prepareStatement(
                        "select state from reply where address = ? order by id desc limit 1")) {
            query.setString(1, number);
            var rows = query.executeQuery();
            return rows.next() ? rows.getString(1) : "NONE";
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
