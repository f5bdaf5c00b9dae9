package org.rightdoor;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.rightdoor.inquiry.DirectLine;

/** Where the database is, and the settings by which Quarkus finds it. */
record DatabaseAddress(String host, int port, String name, String user, String password) {

    private static final int DEFAULT_PORT = 5432;

    /**
     * Reads {@code postgresql://user:password@host:5432/name}; user and password are URL-encoded.
     *
     * @throws IllegalArgumentException saying what the address should look like, without repeating the password
     */
    static DatabaseAddress parse(String url) {
        try {
            var uri = URI.create(url);
            var userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
            var colon = userInfo.indexOf(':');
            var name = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
            var isPostgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (isPostgres && uri.getHost() != null && !name.isEmpty() && !userInfo.isEmpty()) {
                var user = colon < 0 ? userInfo : userInfo.substring(0, colon);
                var password = colon < 0 ? "" : userInfo.substring(colon + 1);
                var port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
                return new DatabaseAddress(uri.getHost(), port, name, decode(user), decode(password));
            }
        } catch (IllegalArgumentException notAnAddress) {
            // reported below, without the address: it holds a password
        }
        throw new IllegalArgumentException(
                "RIGHTDOOR_DATABASE_URL must look like postgresql://user:password@host:5432/name"
                        + " (special characters in user and password URL-encoded).");
    }

    Map<String, String> settings() {
        var place = host + ":" + port + "/" + name;
        return Map.of(
                "quarkus.datasource.reactive.url",
                "postgresql://" + place,
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://" + place + "?connectTimeout=5&loginTimeout=5",
                "quarkus.datasource.username",
                user,
                "quarkus.datasource.password",
                password);
    }

    /** The settings by which migrations find it, where they run as the owner of the tables and everything else does not. */
    Map<String, String> settingsOfOwner() {
        return Map.of(
                "quarkus.flyway.jdbc-url",
                settings().get("quarkus.datasource.jdbc.url"),
                Database.OWNER,
                user,
                "quarkus.flyway.password",
                password);
    }

    /** The settings by which what belongs to a session goes there, past a pooler that passes on transactions. */
    static Map<String, String> settingsPastPooler(String url) {
        parse(url);
        return Map.of(
                DirectLine.ADDRESS, url, "quarkus.datasource.jdbc.additional-jdbc-properties.prepareThreshold", "0");
    }

    /** Connections to it outside of Quarkus. */
    DataSource source() {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
