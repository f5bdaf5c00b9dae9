package org.rightdoor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SqlTest {

    @Test
    void Names_become_numbers_in_their_order_and_casts_stay() {
        var sql = new Sql("select :b::text, :a where x = :b")
                .with("a", 1)
                .with("b", "two")
                .with("unused", 3);
        var values = new ArrayList<>();
        assertThat(sql.numbered(values)).isEqualTo("select $1::text, $2 where x = $1");
        assertThat(values).containsExactly("two", 1);
    }

    @Test
    void A_parameter_without_a_value_is_a_mistake_in_the_statement() {
        assertThatThrownBy(() -> new Sql("select :nobody").numbered(new ArrayList<>()))
                .hasMessageContaining("nobody");
    }
}
