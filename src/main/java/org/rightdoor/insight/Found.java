package org.rightdoor.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rightdoor.insight.Figures.Line;

/**
 * All that was read for one page.
 *
 * @param questions of approved answers, in English, by their ids
 */
record Found(
        List<Line> lines,
        List<Figures.Week> weeks,
        List<Figures.Heard> heard,
        List<Extras.Move> moves,
        List<Extras.Age> ages,
        List<Extras.Load> loads,
        List<Extras.Net> net,
        Goals.OfYear goals,
        List<Rising.Surge> surges,
        Map<String, String> questions) {

    /** What an answer is to, in English; its id where it is not there any more. */
    String question(String answer) {
        return questions.getOrDefault(answer, answer);
    }

    /** Of all cases: those of one department or another. */
    Sums total(boolean now) {
        return lines.stream()
                .filter(line -> line.dimension().equals("department") && line.now() == now)
                .map(Line::sums)
                .reduce(Sums.NONE, Sums::plus);
    }

    /** The sums now and before of each key of a breakdown. */
    Map<String, Sums> by(Breakdown breakdown, boolean now) {
        var sums = new LinkedHashMap<String, Sums>();
        for (var line : lines) {
            var key = breakdown.keyOf(line);
            if (key != null && line.now() == now) sums.merge(key, line.sums(), Sums::plus);
        }
        return sums;
    }

    List<Line> of(String dimension, boolean now) {
        return lines.stream()
                .filter(line -> line.dimension().equals(dimension) && line.now() == now)
                .toList();
    }
}
