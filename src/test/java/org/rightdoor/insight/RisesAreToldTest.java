package org.rightdoor.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightdoor.TestStaff.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestFamily;
import org.rightdoor.TestStaff;
import org.rightdoor.people.Staff;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class RisesAreToldTest {

    /** Nobody else asks about it. */
    private final String topic = "rise-" + UUID.randomUUID();

    @Inject
    TellWhatRises watch;

    @Test
    void Who_leads_a_department_is_told_once_of_a_topic_that_rises_in_it() throws Throwable {
        var lead = wishing(Staff.LEAD, "transportation");
        var agent = wishing(Staff.AGENT, "transportation");
        var elsewhere = wishing(Staff.LEAD, "nutrition");
        var since = Instant.now().minusSeconds(1).toEpochMilli();
        ask(5);
        twoReplicasLook();
        ask(1);
        twoReplicasLook();

        assertThat(told(lead, since))
                .containsExactly(topic + ": bus 14, five times in 30 minutes /desk?view=all&topic=" + topic);
        assertThat(told(agent, since)).isEmpty();
        assertThat(told(elsewhere, since)).isEmpty();
    }

    @Test
    void After_an_hour_of_quiet_it_is_another_rise_and_confidential_cases_are_none() throws Throwable {
        var lead = wishing(Staff.LEAD, "transportation");
        var since = Instant.now().minusSeconds(1).toEpochMilli();
        ask(5);
        TestStaff.sql("update inquiry set confidential = true where topic = ?", topic);
        twoReplicasLook();
        assertThat(told(lead, since)).isEmpty();

        TestStaff.sql("update inquiry set confidential = false where topic = ?", topic);
        twoReplicasLook();
        TestStaff.sql("update rise set seen_at = now() - interval '61 minutes' where topic = ?", topic);
        twoReplicasLook();
        assertThat(told(lead, since)).hasSize(2);
    }

    private void twoReplicasLook() throws Throwable {
        VertxContextSupport.subscribeAndAwait(
                () -> Uni.join().all(watch.look(), watch.look()).andFailFast());
    }

    private void ask(int times) {
        for (var i = 0; i < times; i++) {
            var number = TestFamily.asks("Where is bus 14? My son is waiting, number " + UUID.randomUUID());
            TestStaff.sql(
                    "update inquiry set topic = ?, department = 'transportation' where number = ?", topic, number);
        }
    }

    private List<String> told(String email, long since) {
        var told = as(email)
                .accept("application/json")
                .queryParam("since", since)
                .get("/desk/me/notices")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var words = told.getList("items.words", String.class);
        var links = told.getList("items.href", String.class);
        return java.util.stream.IntStream.range(0, words.size())
                .mapToObj(i -> words.get(i) + " " + links.get(i))
                .filter(one -> one.contains(topic))
                .toList();
    }

    private static String wishing(String role, String department) {
        var email = TestStaff.hire(role, department);
        as(email)
                .formParam("way", "BROWSER")
                .formParam("kind", "RISING", "ROOT_CAUSE")
                .post("/desk/me/notices")
                .then()
                .statusCode(303);
        return email;
    }
}
