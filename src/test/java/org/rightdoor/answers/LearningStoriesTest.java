package org.rightdoor.answers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.rightdoor.TestStaff.browser;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.session;
import static org.rightdoor.TestStaff.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.Config;
import org.rightdoor.TestDistrict;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.learning.LearnedTexts;
import org.rightdoor.learning.ModelVersions;
import org.rightdoor.learning.TeachableDistrict;
import org.rightdoor.people.Staff;

/** What staff correct is learned by the running application, through the forms they use. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
@QuarkusTestResource(value = TeachableDistrict.class, restrictToAnnotatedClass = true)
class LearningStoriesTest {

    private static final String PAGE = "/desk/settings/learned";

    @Inject
    Config config;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    LearnedTexts texts;

    @Inject
    ModelVersions versions;

    @TempDir
    Path otherReplica;

    private static String session;

    @BeforeEach
    void readByMeaning() {
        session = session(hire(Staff.ADMIN));
        soon().until(() -> knowledge.now().classifier().readsMeaning());
    }

    @Test
    void The_same_question_goes_right_after_one_correction() {
        var question = "Who feeds the hamster over the holidays?";
        var asked = ask(question);
        assertThat(asked.getString("topic")).isNotEqualTo("bus-lost-item");

        handOver(asked, "buses", "bus-lost-item", true).then().statusCode(303);

        soon().untilAsserted(() -> {
            var again = ask(question);
            assertThat(again.getString("topic")).isEqualTo("bus-lost-item");
            assertThat(again.getString("department")).isEqualTo("buses");
        });
        assertThat(ask(TeachableDistrict.THINGS.get(0) + " for the field day").getString("topic"))
                .isEqualTo("lunch");
        assertThat(count("model_version where state = 'IN_FORCE' and accuracy >= accuracy_before - 0.002"))
                .isOne();
        assertThat(page()).contains(question, "Left on the bus", "In force");
    }

    @Test
    void A_topic_is_changed_without_a_new_department_and_learned_unless_that_was_unticked() {
        var kept = "Is there a place for wet umbrellas?";
        var learned = "May we borrow a tuba until June?";
        handOver(ask(kept), "buses", "bus-lost-item", false).then().statusCode(303);
        var topic = teach(ask(learned), "concert", "nurse");

        soon().untilAsserted(() -> assertThat(ask(learned).getString("topic")).isEqualTo(topic));
        assertThat(page()).contains(learned);
        assertThat(count("learned_text where text = '" + kept + "'")).isZero();
    }

    @Test
    void The_newest_correction_of_the_same_words_wins() {
        var question = "What about the green thing in the hall?";
        teach(ask(question), "locker", "playground");
        var newest = teach(ask(question.toUpperCase(Locale.ROOT)), "library", "concert");

        soon().untilAsserted(() -> assertThat(ask(question).getString("topic")).isEqualTo(newest));
        assertThat(count("learned_text where lower(text) = lower('" + question + "') and removed_at is null"))
                .isOne();
    }

    @Test
    void What_was_removed_is_unlearned_and_one_can_go_back_to_an_earlier_version() {
        var question = "Do the chess pieces come back?";
        var before = ask(question).getString("topic");
        settle();
        var earlier = knowledge.version();
        var target = teach(ask(question), "football", "nurse");
        soon().untilAsserted(() -> assertThat(ask(question).getString("topic")).isEqualTo(target));

        desk().post(PAGE + "/versions/" + earlier + "/in-force").then().statusCode(303);
        soon().untilAsserted(() -> assertThat(ask(question).getString("topic")).isEqualTo(before));
        assertThat(page()).contains("Taken back", "Set aside");

        var id = number("select id from learned_text where text = '" + question + "'");
        desk().post(PAGE + "/texts/" + id + "/again").then().statusCode(303);
        soon().untilAsserted(() -> assertThat(ask(question).getString("topic")).isEqualTo(target));

        desk().post(PAGE + "/texts/" + id + "/removed").then().statusCode(303);
        soon().untilAsserted(() -> assertThat(ask(question).getString("topic")).isEqualTo(before));
        desk().post(PAGE + "/texts/" + id + "/removed").then().statusCode(404);
        desk().post(PAGE + "/versions/" + knowledge.version() + "/in-force")
                .then()
                .statusCode(409)
                .body(containsString("Choose one that was."));
    }

    @Test
    void Two_replicas_on_one_database_read_alike() {
        var other = new CurrentKnowledge(config.rules(), otherReplica, new CurrentCalendar());
        var learning = new LearnFromCorrections(other, texts, versions);
        other.readAtStart(null);
        var question = "Can grandma pick up the clay pots?";
        var topic = teach(ask(question), "playground", "concert");

        soon().until(() -> {
            learning.learn();
            return other.version() == knowledge.version()
                    && topic.equals(other.now().classifier().read(question).topic());
        });
        for (var text : List.of(question, "where is the lunch", "the nurse was kind", "bus 7", "hola")) {
            assertThat(other.now().classifier().read(text))
                    .isEqualTo(knowledge.now().classifier().read(text));
        }
    }

    @Test
    void A_candidate_that_reads_worse_is_refused_and_the_page_says_so() {
        settle();
        var inForce = knowledge.version();
        hold();
        for (var way = 0; way < 25; way++) {
            teach(ask(TeachableDistrict.asking(way, "lunch")), "homework", "nurse");
            teach(ask(TeachableDistrict.asking(way, "locker")), "homework", "nurse");
        }
        release();

        soon().untilAsserted(() -> assertThat(page()).contains("was refused", "would be read", "Set aside"));
        assertThat(knowledge.version()).isEqualTo(inForce);
        assertThat(ask("where is the lunch").getString("topic")).isEqualTo("lunch");

        var question = "Why is the fish tank empty?";
        var topic = teach(ask(question), "nurse", "concert");
        soon().untilAsserted(() -> assertThat(ask(question).getString("topic")).isEqualTo(topic));
    }

    @Test
    void Corrections_that_come_while_one_is_learned_lead_to_one_further_version() {
        settle();
        var before = count("model_version");
        hold();
        var asked = List.of("The nurse and the owls?", "The concert of bears?", "The lunch of moles?");
        asked.forEach(text -> teach(ask(text), "library"));
        release();
        soon().untilAsserted(() ->
                asked.forEach(text -> assertThat(ask(text).getString("topic")).isEqualTo("library")));
        assertThat(count("model_version")).isEqualTo(before + 1);
    }

    @Test
    void A_candidate_whose_replica_died_is_taken_over_by_another() {
        settle();
        sql(
                "insert into model_version (state, texts, made_at, claimed_by, claimed_at) select 'CANDIDATE', texts, now(),"
                        + " 'a replica that died', now() - interval '11 minutes' from model_version where state = 'IN_FORCE'");

        soon().untilAsserted(() ->
                assertThat(count("model_version where state = 'CANDIDATE'")).isZero());
        soon().untilAsserted(() -> assertThat(knowledge.version())
                .isEqualTo(number("select number from model_version where state = 'IN_FORCE'")));
    }

    @Test
    void Childrens_words_are_never_exported_and_those_of_unknown_writers_only_when_reviewed() {
        var child = "My gym shoes vanished from the bench yesterday";
        var parent = "His trumpet vanished from the bench yesterday";
        var nobody = "A scarf vanished from the bench yesterday";
        teach(ask(child, Map.of("email", UUID.randomUUID() + "@students.valley.example")), "locker", "nurse");
        teach(ask(parent, Map.of("role", "parent")), "locker", "nurse");
        teach(ask(nobody), "locker", "nurse");

        assertThat(export()).contains("\t" + parent + "\n").doesNotContain(child, nobody);

        for (var text : List.of(child, nobody)) {
            var id = number("select id from learned_text where text = '" + text + "'");
            desk().post(PAGE + "/texts/" + id + "/reviewed").then().statusCode(303);
        }
        assertThat(export()).contains("\t" + nobody + "\n").doesNotContain(child);
    }

    @Test
    void Who_writes_is_corrected_on_the_case() {
        var asked = ask("Where do the old atlases go?", Map.of("role", "parent"));
        teach(asked, "library", "concert");
        assertThat(export()).contains("atlases");
        soon().untilAsserted(() -> assertThat(number("select count(*) from case_view where reason = 'Learned texts'"
                        + " and inquiry_number = " + asked.getLong("number")))
                .as("who reads a family's words stands in the view log")
                .isPositive());

        var page = "/desk/inquiries/" + asked.getLong("number");
        desk().formParam("role", "STUDENT").post(page + "/role").then().statusCode(303);
        assertThat(export()).doesNotContain("atlases");
        desk().get(page).then().body(containsString("<dd>Student</dd>"));
        desk().formParam("role", "ROBOT").post(page + "/role").then().statusCode(400);
    }

    @Test
    void A_topic_that_does_not_fit_is_said_and_what_was_chosen_stays() {
        var page = "/desk/inquiries/" + ask("the locker is too high").getLong("number");
        desk().formParam("department", "buses")
                .formParam("topic", "lunch")
                .formParam("reason", "it fits")
                .post(page + "/department")
                .then()
                .statusCode(422)
                .body(containsString("Choose a topic of that department"), containsString("value=\"it fits\""));
        desk().post(page + "/topic").then().statusCode(422).body(containsString("Choose what it is about."));
        desk().formParam("topic", "bus-late")
                .post(page + "/topic")
                .then()
                .statusCode(409)
                .body(containsString("Hand the case over instead."));
    }

    private static JsonPath ask(String text) {
        return ask(text, Map.of());
    }

    private static JsonPath ask(String text, Map<String, String> more) {
        var question = new HashMap<>(more);
        question.put("text", text);
        return given().contentType("application/json")
                .body(question)
                .post("/api/inquiries")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static Response handOver(JsonPath asked, String department, String topic, boolean learn) {
        return desk().formParam("department", department)
                .formParam("topic", topic)
                .formParam("reason", "They can help.")
                .formParam("learn", learn)
                .post("/desk/inquiries/" + asked.getLong("number") + "/department");
    }

    /** Says that it is about the first of these that it was not held to be about, and which that was. */
    private static String teach(JsonPath asked, String... topics) {
        var topic = Arrays.stream(topics)
                .filter(one -> !one.equals(asked.getString("topic")))
                .findFirst()
                .orElseThrow();
        var response = asked.getString("department").equals("office")
                ? changeTopic(asked, topic, true)
                : handOver(asked, "office", topic, true);
        response.then().statusCode(303);
        return topic;
    }

    private static Response changeTopic(JsonPath asked, String topic, boolean learn) {
        return desk().formParam("topic", topic)
                .formParam("learn", learn)
                .post("/desk/inquiries/" + asked.getLong("number") + "/topic");
    }

    private static RequestSpecification desk() {
        return browser().cookie("rightdoor-session", session);
    }

    private static String page() {
        return desk().get(PAGE).then().statusCode(200).extract().asString();
    }

    private static String export() {
        return desk().get(PAGE + "/learned.tsv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** Until everything taught so far is in force. */
    private void settle() {
        soon().until(() -> count("model_version current where state = 'IN_FORCE' and number = " + knowledge.version()
                        + " and texts = (select coalesce(array_agg(id order by id), '{}') from learned_text"
                        + " where removed_at is null and set_aside_by is null)")
                == 1);
    }

    /** As if a replica were training. */
    private static void hold() {
        sql(
                "insert into model_version (state, made_at, claimed_by, claimed_at) values ('CANDIDATE', now(), 'test', now())");
    }

    private static void release() {
        sql("delete from model_version where claimed_by = 'test'");
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(500));
    }

    private static long count(String rows) {
        return number("select count(*) from " + rows);
    }

    private static long number(String query) {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
