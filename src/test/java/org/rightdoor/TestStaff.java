package org.rightdoor;

import static io.restassured.RestAssured.given;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.UUID;
import org.rightdoor.people.Staff;

/** Staff of the test district, logged in through the door that people use. */
public final class TestStaff {

    public static final String PASSWORD = "three plain words";
    public static final String ACCEPTS_PAGES = "text/html,application/xhtml+xml";

    // Weak, as bcrypt goes: tests log in hundreds of times.
    private static final String HASH = BcryptUtil.bcryptHash(PASSWORD, 4);

    private TestStaff() {}

    /** An administrator's browser. */
    public static RequestSpecification admin() {
        return as(hire(Staff.ADMIN));
    }

    /** The browser of somebody who answers for those departments. */
    public static RequestSpecification agent(String... departments) {
        return as(hire(Staff.AGENT, departments));
    }

    /** Adds somebody with {@link #PASSWORD} and gives the e-mail address to log in with. */
    public static String hire(String role, String... departments) {
        var email = UUID.randomUUID() + "@maple.example";
        sql(
                "insert into staff (email, name, password, roles, departments) values (?, ?, ?, ?, string_to_array(?, ','))",
                email,
                "Robin of " + String.join(" and ", departments),
                HASH,
                role,
                String.join(",", departments));
        return email;
    }

    public static RequestSpecification as(String email) {
        return browser().cookie("rightdoor-session", session(email));
    }

    public static String session(String email) {
        return browser()
                .formParam("j_username", email)
                .formParam("j_password", PASSWORD)
                .post("/j_security_check")
                .then()
                .statusCode(302)
                .extract()
                .cookie("rightdoor-session");
    }

    /** A browser that shows each answer instead of following it. */
    public static RequestSpecification browser() {
        return given().redirects().follow(false).accept(ACCEPTS_PAGES).urlEncodingEnabled(true);
    }

    /** The one number that a query finds. */
    public static long number(String query, Object... values) {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var prepared = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) prepared.setObject(i + 1, values[i]);
            var rows = prepared.executeQuery();
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static void sql(String statement, Object... values) {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) prepared.setObject(i + 1, values[i]);
            prepared.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
