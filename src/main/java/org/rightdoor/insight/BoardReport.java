package org.rightdoor.insight;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** What the school board gets every month, without anybody writing it. */
final class BoardReport {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.US);

    private static final double[] COLUMNS = {0, 0.31, 0.43, 0.7};

    /** The pictures of the page that a board looks at. */
    private static final List<String> PICTURES =
            List.of("distribution", "courtesy", "trend", "breakdown", "moves", "answers", "backlog");

    private BoardReport() {}

    /** The asked month, or the last whole one. */
    static YearMonth month(String typed, LocalDate today) {
        try {
            return YearMonth.parse(String.valueOf(typed));
        } catch (java.time.format.DateTimeParseException noMonth) {
            return YearMonth.from(today).minusMonths(1);
        }
    }

    static byte[] pdf(Asked asked, Found found, YearMonth month) throws IOException {
        var district = asked.seat().districtName();
        var title = "Board report, " + MONTH.format(month);
        try (var paper = new Paper(PDRectangle.LETTER, title + ", " + district, district + " · " + title)) {
            paper.heading(title, 22)
                    .line(district, 12, Paper.SOFT)
                    .line(
                            "Cases opened from " + InsightPages.inWords(asked.period()) + ", against "
                                    + InsightPages.inWords(asked.period().before()) + ".",
                            9,
                            Paper.SOFT)
                    .line("A line across a bar is the period before.", 9, Paper.SOFT)
                    .down(10);
            paper.columns(COLUMNS, true, "Figure", "", "Against the period before", "Of how many, goal");
            for (var card : InsightPages.cards(asked, found)) {
                paper.columns(
                        COLUMNS,
                        false,
                        card.title(),
                        card.figure(),
                        card.change().replace(" than before", ""),
                        joined(card.n(), card.goal()));
            }
            paper.down(12);
            for (var chart : InsightPages.charts(asked, found)) {
                if (PICTURES.contains(chart.id()) && !chart.isEmpty()) draw(paper, chart);
            }
            return paper.down(14)
                    .line(
                            "Confidential cases are in no figure. Thanks, automatic messages and the same message sent"
                                    + " twice are no contacts. Times are counted in the hours in which the department is open.",
                            8,
                            Paper.SOFT)
                    .pdf();
        }
    }

    private static void draw(Paper paper, Chart chart) throws IOException {
        paper.room(60 + 16 * chart.marks().size()).heading(chart.title(), 12).line(says(chart), 8, Paper.SOFT);
        var most = chart.marks().stream()
                .mapToDouble(
                        mark -> Math.max(mark.value().orElse(0), mark.before().orElse(0)))
                .max()
                .orElse(0);
        for (var mark : chart.marks()) {
            paper.bar(
                    mark.label(),
                    most == 0 ? 0 : mark.value().orElse(0) / most,
                    most == 0 ? 0 : mark.before().orElse(0) / most,
                    mark.shown());
        }
        paper.down(10);
    }

    /** Without how the page draws what was before: all pictures of the paper are bars. */
    private static String says(Chart chart) {
        return chart.says().replaceFirst("; the [^;]*\\.$", ".");
    }

    private static String joined(String n, String goal) {
        return goal.isEmpty() ? n : n + " · " + goal;
    }
}
