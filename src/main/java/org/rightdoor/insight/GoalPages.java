package org.rightdoor.insight;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** What the district wants to reach this school year and the next. */
@Path("/desk/insight/goals")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.RUN)
@Cancellable(false)
class GoalPages {

    private static final double WHOLE = 100;

    /** @param typed what was typed, or stands; a share in percent */
    record Line(Measure measure, int year, String typed, String error) {

        public String field() {
            return measure.key() + "-" + year;
        }

        public String yearName() {
            return GoalChart.nameOf(year);
        }

        public String unit() {
            return switch (measure.unit()) {
                case SHARE -> "percent";
                case MINUTES -> "minutes of open time";
                case NUMBER -> "";
            };
        }
    }

    /** One measure, this school year and the next. */
    record Both(Measure measure, GoalChart chart, List<Line> lines) {}

    record Form(Seat seat, List<Both> goals) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Goals goals;

    @Inject
    Figures figures;

    @GET
    public Uni<Response> show() {
        return page(200, null);
    }

    /** One measure of one year at a time. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> set(@RestForm String measure, @RestForm Integer year, @RestForm String target) {
        var seat = seats.now();
        var known = Measure.named(String.valueOf(measure)).orElse(null);
        var now = year();
        if (known == null || year == null || year < now || year > now + 1) return page(422, null);
        var typed = target == null
                ? ""
                : target.strip().replace("%", "").replace(',', '.').strip();
        if (!typed.matches("|\\d{1,6}(\\.\\d{1,3})?")) {
            return page(422, new Line(known, year, target, "Write a number, such as 94; nothing for no goal."));
        }
        if (!typed.isEmpty() && Double.parseDouble(typed) > known.most()) {
            var most = "%s goes to %.0f. Write a number up to that; nothing for no goal."
                    .formatted(known.title(), known.most());
            return page(422, new Line(known, year, target, most));
        }
        var value = typed.isEmpty() ? null : (Double) (Double.parseDouble(typed) / scale(known));
        return goals.set(year, known, value, seat.staff().name).replaceWith(Html.seeOther("/desk/insight/goals"));
    }

    private Uni<Response> page(int status, Line wrong) {
        var seat = seats.now();
        var year = year();
        return figures.schoolYears().chain(measured -> goals.all()
                .chain(all -> Html.page(
                        status,
                        new Form(
                                seat,
                                Arrays.stream(Measure.values())
                                        .map(measure -> new Both(
                                                measure,
                                                new GoalChart(measure, measured, all, year),
                                                List.of(
                                                        line(measure, goalsOf(year, all), wrong),
                                                        line(measure, goalsOf(year + 1, all), wrong))))
                                        .toList()))));
    }

    private static Goals.OfYear goalsOf(int year, List<Goals.OfYear> all) {
        return all.stream().filter(goals -> goals.year() == year).findFirst().orElse(new Goals.OfYear(year, Map.of()));
    }

    private static Line line(Measure measure, Goals.OfYear goals, Line wrong) {
        if (wrong != null && wrong.measure() == measure && wrong.year() == goals.year()) return wrong;
        var target = goals.of(measure);
        var typed = target.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", target.getAsDouble() * scale(measure));
        return new Line(measure, goals.year(), typed.replaceAll("\\.0*$|(\\.\\d*?)0+$", "$1"), "");
    }

    private static double scale(Measure measure) {
        return measure.unit() == Measure.Unit.SHARE ? WHOLE : 1;
    }

    private int year() {
        return Period.startOfSchoolYear(
                LocalDate.now(seats.now().rules().district().timeZone()));
    }
}
