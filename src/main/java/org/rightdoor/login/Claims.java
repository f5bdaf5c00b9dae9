package org.rightdoor.login;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rightdoor.people.Address;

/** What the provider says about somebody, in an ID token whose signature has been checked (OpenID Connect Core section 2). */
record Claims(JsonObject all) {

    static Claims of(String idToken) {
        var payload = Base64.getUrlDecoder().decode(idToken.split("\\.")[1]);
        return new Claims(new JsonObject(new String(payload, StandardCharsets.UTF_8)));
    }

    String issuer() {
        return all.getString("iss");
    }

    String subject() {
        return all.getString("sub");
    }

    /** The provider's name for its session, or null where it gives none. */
    String session() {
        return all.getString("sid");
    }

    /**
     * The address by which somebody is found on the staff list; empty where nobody has checked that it is theirs.
     *
     * @param alwaysVerified true where only the district makes accounts, and its provider does not say so
     */
    Optional<String> verifiedEmail(boolean alwaysVerified) {
        var said = String.valueOf(all.getValue("email_verified")).equalsIgnoreCase("true");
        if (!said && !alwaysVerified) return Optional.empty();
        var email = all.getString("email", alwaysVerified ? all.getString("preferred_username") : null);
        return Address.email(email);
    }

    String name() {
        return Stream.of("name", "given_name", "preferred_username", "email")
                .map(all::getValue)
                .filter(String.class::isInstance)
                .map(value -> ((String) value).replace("\0", "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("Staff");
    }

    /** The values of a claim; a dot leads into an object, as in {@code realm_access.roles}. */
    List<String> values(String path) {
        Object value = all.containsKey(path) ? all.getValue(path) : all;
        if (value == all) {
            for (var step : path.split("\\.")) {
                value = value instanceof JsonObject object ? object.getValue(step) : null;
            }
        }
        if (value instanceof JsonArray array)
            return array.stream().map(String::valueOf).toList();
        return value == null ? List.of() : List.of(value.toString().split("[ ,]+"));
    }

    static boolean isSame(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
