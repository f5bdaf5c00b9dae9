package org.rightdoor.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

    private static final RoleMap MAP = RoleMap.of(List.of(
            "IT-Admins=admin", "Bus-Office=agent:transportation", "Nurses=lead:health+counseling", "Records=records"));

    @Test
    void An_address_that_nobody_has_checked_is_nobodys() {
        var claims = new JsonObject().put("email", "Kim@Maple.example");
        assertThat(new Claims(claims).verifiedEmail(false)).isEmpty();
        assertThat(new Claims(claims.copy().put("email_verified", false)).verifiedEmail(false))
                .isEmpty();
        assertThat(new Claims(claims.copy().put("email_verified", true)).verifiedEmail(false))
                .contains("kim@maple.example");
        assertThat(new Claims(claims.copy().put("email_verified", "true")).verifiedEmail(false))
                .contains("kim@maple.example");
        assertThat(new Claims(claims).verifiedEmail(true)).contains("kim@maple.example");
        assertThat(new Claims(new JsonObject().put("preferred_username", "kim@maple.example")).verifiedEmail(false))
                .isEmpty();
    }

    @Test
    void Roles_are_found_in_lists_in_texts_and_inside_objects() {
        var claims = new Claims(new JsonObject()
                .put("groups", new JsonArray().add("Bus-Office").add("Choir"))
                .put("realm_access", new JsonObject().put("roles", new JsonArray().add("Nurses")))
                .put("https://maple.example/role", "IT-Admins"));
        assertThat(claims.values("groups")).containsExactly("Bus-Office", "Choir");
        assertThat(claims.values("realm_access.roles")).containsExactly("Nurses");
        assertThat(claims.values("https://maple.example/role")).containsExactly("IT-Admins");
        assertThat(claims.values("nothing.here")).isEmpty();
    }

    @Test
    void The_strongest_role_counts_with_the_departments_of_all() {
        var grant = MAP.grant(List.of("bus-office", "Nurses", "Choir")).orElseThrow();
        assertThat(grant.roles()).isEqualTo("lead");
        assertThat(grant.departments()).containsExactly("counseling", "health", "transportation");
        assertThat(MAP.grant(List.of("Bus-Office", "Records")).orElseThrow().roles())
                .isEqualTo("agent,records");
    }

    @Test
    void Who_has_none_of_the_roles_has_no_place_here() {
        assertThat(MAP.grant(List.of("Choir"))).isEmpty();
        assertThat(MAP.grant(List.of("Records"))).isEmpty();
        assertThat(MAP.grant(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bus-Office", "=admin", "Bus-Office=boss:transportation"})
    void A_mapping_that_cannot_be_read_is_named(String setting) {
        assertThatThrownBy(() -> RoleMap.of(List.of(setting))).hasMessageContaining("RIGHTDOOR_OIDC_ROLES");
    }
}
