package org.rightdoor.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GoalChartTest {

    private final GoalChart chart = new GoalChart(
            Measure.FIRST_CONTACT,
            Map.of(2025, settled(100, 62), 2026, settled(50, 32)),
            List.of(goal(2026, 0.94), goal(2027, 0.97)),
            2026);

    @Test
    void It_shows_what_was_reached_and_what_was_to_be_by_school_year() {
        assertThat(chart.years()).extracting(GoalChart.Year::name).containsExactly("2025-26", "2026-27", "2027-28");
        assertThat(chart.inWords())
                .isEqualTo("Settled at first contact: 2025-26 62 %; 2026-27 64 %, goal 94 %; 2027-28, goal 97 %");
        assertThat(chart.svg()).contains("class=\"goal-line\"", "class=\"trend\"", "Goal 97 %", ">64 %<");
    }

    @Test
    void More_is_higher_and_all_of_it_is_within_the_picture() {
        var goals = Pattern.compile("class=\"goal\" x1=\"[\\d.]+%\" y1=\"([\\d.]+)\"")
                .matcher(chart.svg())
                .results()
                .map(found -> Double.valueOf(found.group(1)))
                .toList();
        assertThat(goals).hasSize(2).allMatch(y -> y > 20 && y < 120);
        assertThat(goals.get(1)).isLessThan(goals.get(0));
    }

    @Test
    void Where_nothing_is_known_there_is_no_picture() {
        assertThat(new GoalChart(Measure.COURTESY, Map.of(2026, settled(50, 32)), List.of(), 2026).isEmpty())
                .isTrue();
    }

    private static Goals.OfYear goal(int year, double target) {
        return new Goals.OfYear(year, Map.of(Measure.FIRST_CONTACT, target));
    }

    private static Sums settled(long settled, long atFirst) {
        var values = new long[Sums.COLUMNS.size()];
        values[Sums.COLUMNS.indexOf("settled")] = settled;
        values[Sums.COLUMNS.indexOf("first_contact")] = atFirst;
        return new Sums(values);
    }
}
