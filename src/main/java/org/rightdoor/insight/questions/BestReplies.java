package org.rightdoor.insight.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.records.Seen;
import org.rightdoor.records.Sql;

/**
 * What people have answered to a question, the best first: what settled the matter, with the fewest contacts, and was found
 * courteous.
 */
final class BestReplies {

    private static final int SHORTEST = 40;
    private static final int LONGEST = 2_000;

    private static final String REPLIES =
            """
            select r.text from question q join inquiry i on i.number = q.inquiry_number
            join reply r on r.inquiry_number = i.number left join survey s on s.inquiry_number = i.number
            where q.group_id = ? and not r.automatic and not r.code and r.answer_id is null and r.state in ('SENT', 'DELIVERED')
              and length(r.text) between %d and %d and i.language in ('en', 'und') and ("""
                    .formatted(SHORTEST, LONGEST);

    private static final String BEST_FIRST =
            """
            ) order by s.solved is true desc, s.solved is false, i.status = 'RESOLVED' desc, i.contacts, s.courtesy desc nulls last,
                q.likeness desc, r.id desc limit 1""";

    private static final String QUESTIONS =
            """
            select left(c.text, 200) from question q join inquiry i on i.number = q.inquiry_number
            join lateral (select f.text from contact f where f.inquiry_number = i.number order by f.at, f.id limit 1) c on true
            where q.group_id = ? and i.language in ('en', 'und') and length(c.text) <= 160 and (""";

    private static final Pattern GREETING =
            Pattern.compile("(?i)^(dear|hi|hello|good (morning|afternoon|evening)|hey)\\b[^\\n]{0,60}[,!.:]?\\s*$");
    private static final Pattern CLOSING = Pattern.compile(
            "(?i)^(kind|best|warm)? ?(regards|wishes)\\b.*|^(sincerely|thank you|thanks|yours)\\b[^\\n]{0,20}$");
    private static final Pattern PERSONAL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+|\\+?\\d[\\d ().-]{6,}\\d");

    private BestReplies() {}

    static Sql best(long group, Sight sight) {
        return Sql.of(REPLIES, group).and(Seen.by(sight)).and(BEST_FIRST);
    }

    static Sql questions(long group, Sight sight) {
        return Sql.of(QUESTIONS, group).and(Seen.by(sight)).and(") order by q.likeness desc limit 5");
    }

    /** Without the greeting and what stands below the closing: they are for one family, and an answer is for all. */
    static String forEverybody(String reply) {
        var lines = new ArrayList<String>();
        for (var line : reply.strip().lines().toList()) {
            var isFirst = lines.stream().allMatch(String::isBlank);
            if (isFirst && GREETING.matcher(line.strip()).matches()) continue;
            if (!isFirst && CLOSING.matcher(line.strip()).matches()) break;
            lines.add(line);
        }
        var text = String.join("\n", lines).strip();
        return text.isEmpty() ? reply.strip() : text;
    }

    /** As lines of a form; who wrote and how to reach them is taken out. */
    static List<String> asLines(List<String> questions) {
        return questions.stream()
                .map(text -> PERSONAL.matcher(text)
                        .replaceAll("…")
                        .replaceAll("\\s+", " ")
                        .strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}
