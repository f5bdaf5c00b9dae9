package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.inquiry.AskedLately;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class BrowsePagesTest {

    // Nothing else in the tests is asked about this school: what is counted for it is what is asked here.
    private static final String SCHOOL = "aspen-elementary";

    @Inject
    AskedLately lately;

    @Test
    void What_several_people_ask_about_just_now_is_on_top_and_what_few_or_nobody_asks_lately_is_not() throws Throwable {
        asked("tech-device-broken", 4, 0);
        asked("meal-menu", 3, 6);
        asked("bus-late", 2, 0);
        asked("enroll-new", 9, 8);
        asked("safety-bullying", 9, 0);
        assertThat(VertxContextSupport.subscribeAndAwait(() -> lately.topics(SCHOOL)))
                .containsExactly("safety-bullying", "tech-device-broken", "meal-menu");
        var page = browser()
                .get("/topics?lang=en&school=" + SCHOOL)
                .then()
                .statusCode(200)
                .body(containsString("Asked most just now: Aspen Elementary School"), containsString("+1 410-555-0132"))
                .extract()
                .asString();
        var most =
                page.substring(page.indexOf("class=\"chips\""), page.indexOf("</ul>", page.indexOf("class=\"chips\"")));
        assertThat(most).containsSubsequence("/topics/tech-device-broken", "/topics/meal-menu");
        assertThat(most).doesNotContain("bus-late").doesNotContain("enroll-new");
        // How many families ask about bullying at one school is nobody's business.
        assertThat(most).doesNotContain("safety-bullying");
    }

    @Test
    void A_school_of_which_nobody_has_asked_shows_what_has_an_answer() {
        browser()
                .get("/topics?lang=en&school=birch-run-elementary")
                .then()
                .body(containsString("Common questions"), containsString("/topics/bus-late"));
    }

    @Test
    void Every_topic_is_found_under_its_department_and_a_school_that_is_not_there_is_no_error() {
        browser()
                .get("/topics?lang=es&school=no-such-school")
                .then()
                .statusCode(200)
                .body(
                        containsString("id=\"transportation\""),
                        containsString("<a href=\"/topics/bus-late\">El autobús llega tarde</a>"));
    }

    private static void asked(String topic, int people, int daysAgo) {
        for (var i = 0; i < people; i++) {
            TestStaff.sql(
                    """
                    with asker as (insert into person (name) values (?) returning id)
                    insert into inquiry (person_id, subject, department, topic, school, opened_at, last_contact_at)
                    select id, 'Test', 'transportation', ?, ?, now() - make_interval(days => ?), now() from asker""",
                    UUID.randomUUID().toString(),
                    topic,
                    SCHOOL,
                    daysAgo);
        }
    }
}
