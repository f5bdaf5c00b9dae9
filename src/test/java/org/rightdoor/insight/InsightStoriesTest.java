package org.rightdoor.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.number;
import static org.rightdoor.TestStaff.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;

/** The insight page over HTTP: its figures, the cases behind them, its tables and its paper. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class InsightStoriesTest {

    // Days of their own, in which no other test writes.
    private static final String DAYS = "from=2019-03-04&to=2019-03-10";

    private static final AtomicLong NEXT = new AtomicLong(9_000_000);

    private final String subject = "Case " + System.nanoTime();

    @Test
    void A_figure_leads_to_the_cases_behind_it_and_nobody_sees_more_than_they_may() {
        var mine = write("transportation", 1, false, "2019-03-05");
        var more = write("transportation", 3, false, "2019-03-06");
        var others = write("legal", 2, false, "2019-03-06");
        var secret = write("transportation", 2, true, "2019-03-06");

        var agent = TestStaff.agent("transportation");
        var page = html(agent, "/desk/insight?" + DAYS);
        assertThat(page).contains(">2</a>").contains(">2.00</a>");
        var behind = html(agent, "/desk/insight/cases?" + DAYS);
        assertThat(behind).contains("#" + mine, "#" + more).doesNotContain("#" + others, "#" + secret);
        assertThat(html(agent, "/desk/insight/cases?contacts=3&" + DAYS))
                .contains("#" + more)
                .doesNotContain("#" + mine);
        assertThat(html(agent, "/desk/insight/cases?department=legal&" + DAYS)).doesNotContain("#" + others);

        sql("update inquiry set confidential = true where number = ?", more);
        assertThat(html(agent, "/desk/insight?" + DAYS)).as("right at once").contains(">1.00</a>");
    }

    @Test
    void Hours_and_weeks_and_who_has_how_much_lead_to_their_cases_too() {
        var days = "from=2018-03-05&to=2018-03-11";
        var tuesday = write("transportation", 2, false, "2018-03-06");
        var friday = write("transportation", 1, false, "2018-03-09");
        var others = write("legal", 1, false, "2018-03-06");
        var robin = TestStaff.hire("agent", "transportation");
        var who = number("select id from staff where email = ?", robin);
        var open = write("transportation", 1, false, null);
        var late = write("transportation", 1, false, null);
        var hidden = write("transportation", 1, true, null);
        sql("update inquiry set assignee_id = ? where number in (?, ?, ?)", who, open, late, hidden);
        sql("update inquiry set answer_due_at = now() - interval '1 hour' where number = ?", late);

        var hour = behind(robin, "/desk/insight?" + days, "heard=2-");
        assertThat(hour).contains("#" + tuesday + " ").doesNotContain("#" + friday + " ", "#" + others + " ");
        assertThat(behind(robin, "/desk/insight?" + days, "heard=any"))
                .contains("#" + tuesday + " ", "#" + friday + " ");
        assertThat(behind(robin, "/desk/insight", "with=" + who + "&desk=open"))
                .contains("#" + open + " ", "#" + late + " ")
                .doesNotContain("#" + hidden + " ");
        assertThat(behind(robin, "/desk/insight", "with=" + who + "&desk=late"))
                .contains("#" + late + " ")
                .doesNotContain("#" + open + " ");
        assertThat(html(TestStaff.agent("legal"), "/desk/insight/cases?with=" + who + "&desk=open"))
                .as("each sees their own")
                .doesNotContain("#" + open + " ");
        for (var odd : new String[] {"with=x", "with=1&desk=x", "heard=9-99", "heard=2-x"}) {
            assertThat(html(TestStaff.as(robin), "/desk/insight/cases?" + odd)).contains("<h1>");
        }
    }

    @Test
    void The_measure_that_is_shown_apart_does_not_narrow_the_cases_behind_other_figures() {
        var page = "/desk/insight?from=2016-03-07&to=2016-03-13&measure=contacts-per-case&by=topic";
        var once = write("transportation", 1, false, "2016-03-08");
        var often = write("transportation", 7, false, "2016-03-09");
        var robin = TestStaff.hire("agent", "transportation");

        assertThat(behind(robin, page, "contacts=1")).contains("#" + once + " ").doesNotContain("#" + often + " ");
        assertThat(behind(robin, page, "contacts=6-"))
                .as("six or more")
                .contains("#" + often + " ")
                .doesNotContain("#" + once + " ");
        assertThat(behind(robin, page, "heard=any")).contains("#" + once + " ", "#" + often + " ");
    }

    @Test
    void A_week_stands_against_the_same_week_of_the_period_before_though_others_had_no_cases() {
        write("transportation", 1, false, "2015-03-03");
        write("transportation", 2, false, "2015-03-24");
        write("transportation", 3, false, "2015-02-03");
        write("transportation", 4, false, "2015-02-10");
        write("transportation", 5, false, "2015-02-24");

        var csv = TestStaff.agent("transportation")
                .get("/desk/insight/trend.csv?from=2015-03-02&to=2015-03-29&measure=contacts-per-case")
                .asString();

        assertThat(csv).contains("2015-03-02,1.00,1,3.00", "2015-03-23,2.00,1,5.00");
    }

    /** Follows the first link of the page that has these parameters. */
    private static String behind(String staff, String page, String parameters) {
        var html = html(TestStaff.as(staff), page).replace("&amp;", "&");
        var link = java.util.regex.Pattern.compile("\"(/desk/insight/cases\\?[^\"]*" + parameters + "[^\"]*)\"")
                .matcher(html);
        assertThat(link.find()).as(parameters).isTrue();
        return TestStaff.as(staff)
                .urlEncodingEnabled(false)
                .get(link.group(1))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void A_table_is_taken_away_as_a_file_and_a_month_as_a_report() throws Exception {
        write("transportation", 2, false, "2019-05-07");
        var agent = TestStaff.agent("transportation");
        var csv = agent.get("/desk/insight/distribution.csv?from=2019-05-01&to=2019-05-31");
        csv.then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .header("Content-Disposition", containsString("attachment"));
        assertThat(new String(csv.asByteArray(), StandardCharsets.UTF_8))
                .startsWith("\uFEFFContacts,Cases,Share")
                .contains("\r\n2,1,100 %");
        agent.get("/desk/insight/nothing.csv").then().statusCode(404);

        var pdf = TestStaff.agent("transportation")
                .get("/desk/insight/report.pdf?month=2019-05")
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Board report, May 2019", "Contacts per case", "2.00");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void What_staff_say_was_no_contact_leaves_the_figure_and_comes_back_with_one_click() {
        var days = "from=2017-03-06&to=2017-03-12";
        var number = write("transportation", 2, false, "2017-03-07");
        var contact = number("select max(id) from contact where inquiry_number = ?", number);
        var robin = TestStaff.hire("agent", "transportation");
        var session = TestStaff.session(robin);
        assertThat(html(TestStaff.as(robin), "/desk/insight?" + days)).contains(">2.00</a>");
        counts(session, number, contact, "no");
        assertThat(html(TestStaff.as(robin), "/desk/insight?" + days)).contains(">1.00</a>");
        counts(session, number, contact, "yes");
        assertThat(html(TestStaff.as(robin), "/desk/insight?" + days)).contains(">2.00</a>");
    }

    private static void counts(String session, long number, long contact, String counts) {
        TestStaff.browser()
                .cookie("rightdoor-session", session)
                .formParam("counts", counts)
                .post("/desk/inquiries/" + number + "/contacts/" + contact + "/counted")
                .then()
                .statusCode(303);
    }

    @Test
    void What_is_not_settled_is_counted_by_its_age_and_leads_to_its_cases() {
        var fresh = write("transportation", 1, false, null);
        var old = write("transportation", 1, false, "2016-03-07");
        sql("update inquiry set status = 'OPEN', resolved_at = null where number = ?", old);
        var robin = TestStaff.hire("agent", "transportation");
        var oldest = Extras.AGES.size() - 1;
        assertThat(behind(robin, "/desk/insight", "age=" + oldest))
                .contains("#" + old + " ")
                .doesNotContain("#" + fresh + " ");
    }

    @Test
    void A_goal_is_set_for_this_year_and_drawn_and_taken_back() {
        var admin = TestStaff.as(TestStaff.hire("admin"));
        var year = Period.startOfSchoolYear(java.time.LocalDate.now());
        var session = TestStaff.session(TestStaff.hire("admin"));
        set(session, year, "ninety")
                .then()
                .statusCode(422)
                .body(containsString("Write a number, such as 94"), containsString("ninety"));
        set(session, year, "940").then().statusCode(422).body(containsString("goes to 100"), containsString("940"));
        set(session, year, "94 %").then().statusCode(303);
        assertThat(html(admin, "/desk/insight/goals")).contains(", goal 94 %");
        assertThat(number(
                        "select round(target * 100) from goal where measure = 'first-contact' and school_year = ?",
                        year))
                .isEqualTo(94);
        var now = java.time.LocalDate.now();
        write("transportation", 1, false, now.toString());
        admin.get("/desk/insight?measure=first-contact").then().body(containsString("Goal 94 %"));
        set(session, year, "").then().statusCode(303);
        assertThat(number("select count(*) from goal where measure = 'first-contact' and school_year = ?", year))
                .isZero();
    }

    @Test
    void Six_about_one_bus_in_half_an_hour_are_an_alarm() {
        for (var i = 0; i < 6; i++) {
            var number = write("transportation", 1, false, null);
            sql("update inquiry set topic = 'bus-lost-item' where number = ?", number);
            sql("update contact set text = 'She left her bag on bus 77' where inquiry_number = ?", number);
        }
        TestStaff.agent("transportation")
                .get("/desk/insight")
                .then()
                .body(containsString("bus 77, six times in 30 minutes"));
        TestStaff.agent("legal").get("/desk/insight").then().body(not(containsString("bus 77")));
    }

    @Test
    void A_day_that_turns_out_to_have_been_closed_was_no_day_of_waiting() {
        var number = write("transportation", 1, false, "2024-03-04");
        sql(
                "update inquiry set first_answered_at = '2024-03-06 15:00Z', resolved_at = '2024-03-06 16:00Z' where number = ?",
                number);
        var minutes = "select answer_minutes from case_measure where inquiry_number = ?";
        // Two days by the clock on the wall until the database knows the hours.
        await().atMost(Duration.ofSeconds(30)).until(() -> number(minutes, number) < 2_000);
        var open = number(minutes, number);
        sql("insert into declared_closing (first_day, last_day, declared_at, declared_by)"
                + " values ('2024-03-05', '2024-03-05', now(), 'Robin Lee')");
        await().atMost(Duration.ofSeconds(30)).until(() -> number(minutes, number) < open);
        assertThat(number(minutes, number)).as("one of two days").isEqualTo(open / 2);
    }

    private static io.restassured.response.Response set(String session, int year, String target) {
        return TestStaff.browser()
                .cookie("rightdoor-session", session)
                .formParam("measure", "first-contact")
                .formParam("year", year)
                .formParam("target", target)
                .post("/desk/insight/goals");
    }

    private static String html(RequestSpecification browser, String path) {
        return browser.get(path).then().statusCode(200).extract().asString();
    }

    /** A settled case of that day, or an open one of this minute. */
    private long write(String department, int contacts, boolean confidential, String day) {
        var number = NEXT.incrementAndGet();
        var at = day == null ? "now()" : "'" + day + " 15:00Z'::timestamptz";
        sql("insert into person (id, name, language) values (?, 'Ana Ruiz', 'en')", number);
        sql(
                ("with made as (insert into inquiry (number, person_id, subject, department, status, contacts, opened_at,"
                                + " last_contact_at, resolved_at, confidential) values (?, ?, ?, ?, ?, ?, %1$s, %1$s, %1$s, ?)"
                                + " returning number) insert into contact (inquiry_number, person_id, channel, external_id, at, text,"
                                + " counts) select number, number, 'WEB', 'insight-' || number || '-' || n, %1$s, 'x', true"
                                + " from made, generate_series(1, ?) n")
                        .formatted(at),
                number,
                number,
                subject,
                department,
                day == null ? "OPEN" : "RESOLVED",
                contacts,
                confidential,
                contacts);
        return number;
    }
}
