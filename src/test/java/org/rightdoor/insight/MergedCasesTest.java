package org.rightdoor.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.browser;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.sql;
import static org.rightdoor.TextingFamily.one;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestFamily;
import org.rightdoor.people.Staff;

/** Cases that became one are one case in every figure. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class MergedCasesTest {

    private final String dana = hire(Staff.AGENT, "transportation");

    @Test
    void The_first_opening_the_first_answer_and_the_familys_mark_count_though_another_case_survives() {
        var first = TestFamily.asks("Bus 14 was late this morning.");
        var later = TestFamily.asks("Bus 14 was late again today.");
        sql(
                "update inquiry set opened_at = now() - interval '9 days', first_answered_at = now() - interval '8 days',"
                        + " status = 'RESOLVED', resolved_at = now() - interval '8 days' where number = ?",
                first);
        sql("update inquiry set opened_at = now() - interval '2 days' where number = ?", later);
        var token = UUID.randomUUID().toString();
        sql("insert into survey (inquiry_number, token, sent_at) values (?, ?, now())", first, token);
        browser().formParam("courtesy", "2").post("/survey/" + token).then().statusCode(303);
        assertThat(measures(first)).isEqualTo("9 1 2");

        var undo = as(dana).formParam("typed", first)
                .post("/desk/inquiries/" + later + "/merged")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll(".*&undo=", "");
        assertThat(measures(first)).isNull();
        assertThat(measures(later)).isEqualTo("9 1 2");
        sql("update survey set timeliness = 1, courtesy = 3 where inquiry_number = ?", first);
        assertThat(measures(later)).isEqualTo("9 1 3");

        as(dana).post("/desk/deeds/" + undo + "/undone").then().statusCode(303);
        assertThat(measures(later)).isEqualTo("2 0 0");
        assertThat(measures(first)).isEqualTo("9 1 3");
    }

    /** Since how many days, whether answered, and the mark for courtesy. */
    private static String measures(long number) {
        return one("select concat_ws(' ', extract(day from now() - opened_at), answered, courtesy) from case_measure"
                + " where inquiry_number = " + number);
    }
}
