package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @Test
    void One_variable_says_where_the_database_is() {
        assertThat(DatabaseAddress.parse("postgresql://rd:p%40ss+1%2F@db.maple.example:6432/rightdoor"))
                .isEqualTo(new DatabaseAddress("db.maple.example", 6432, "rightdoor", "rd", "p@ss+1/"));
        assertThat(DatabaseAddress.parse("postgres://rd@db/rightdoor"))
                .isEqualTo(new DatabaseAddress("db", 5432, "rightdoor", "rd", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "db.maple.example",
                "mysql://rd:topsecret@db/x",
                "postgresql://rd:topsecret@db",
                "postgresql://x y"
            })
    void Anything_else_is_refused_with_an_example_and_without_the_password(String url) {
        assertThatThrownBy(() -> DatabaseAddress.parse(url))
                .hasMessageContaining("postgresql://user:password@host:5432/name")
                .hasMessageNotContaining("topsecret");
    }
}
