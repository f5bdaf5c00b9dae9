package org.rightdoor.insight.questions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.AnswerYaml;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.WrittenAnswers;
import org.rightdoor.desk.Seat;
import org.rightdoor.records.Sql;
import org.rightdoor.records.Work;
import org.rightdoor.routing.LocalText;

/** Begins an answer with what people have answered best; it goes the way of every answer that is written at the desk. */
@ApplicationScoped
class DraftAnswer {

    private static final int HOLDS_DAYS = 365;

    @Inject
    Work work;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    WrittenAnswers written;

    /** What a draft is made of; {@code reply} is empty where nobody has answered yet. */
    record Material(String topic, boolean ofStaff, List<String> questions, String reply) {

        boolean isEnough() {
            return !questions.isEmpty() && !reply.isEmpty();
        }
    }

    /** Null where there is no such group, or nothing of it may be seen. */
    Material material(long group, Seat seat) {
        return work.in(connection -> {
            var questions = BestReplies.asLines(
                    BestReplies.questions(group, seat.sight()).list(connection, row -> row.getString(1)));
            var reply = BestReplies.best(group, seat.sight()).first(connection, row -> row.getString(1));
            return Sql.of("select topic, of_staff from question_group where id = ?", group)
                    .first(
                            connection,
                            row -> new Material(
                                    row.getString("topic"),
                                    row.getBoolean("of_staff"),
                                    questions,
                                    reply == null ? "" : BestReplies.forEverybody(reply)));
        });
    }

    /** @return the id of the answer, of which nothing is published yet */
    Uni<String> draft(Material material, Seat seat) {
        return written.inWork().chain(inWork -> {
            var taken = new HashSet<>(inWork.stream().map(one -> one.answerId).toList());
            knowledge.now().answers().all().forEach(answer -> taken.add(answer.id()));
            var answer = answer(id(material, taken), material);
            return written.keep(answer.id(), AnswerYaml.of(answer), "", false, seat.actor())
                    .replaceWith(answer.id());
        });
    }

    int remember(long group, String answer) {
        return work.in(connection -> Sql.of("update question_group set answer_id = ? where id = ?", answer, group)
                .run(connection));
    }

    private Answer answer(String id, Material material) {
        var today = LocalDate.now(knowledge.now().rules().district().timeZone());
        return new Answer(
                id,
                material.topic(),
                Map.of("en", material.questions()),
                new LocalText(Map.of("en", material.reply())),
                today.plusDays(HOLDS_DAYS),
                Set.of(),
                material.ofStaff() ? Set.of("staff") : Set.of(),
                false);
    }

    private static String id(Material material, Set<String> taken) {
        var words = Normalizer.normalize(material.questions().get(0), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        var name = (material.topic() + "-" + words)
                .replaceAll("(?<=^.{40})[^-]*.*$", "")
                .replaceAll("-+$", "");
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? name : name + "-" + n)
                .filter(one -> !taken.contains(one))
                .findFirst()
                .orElseThrow();
    }
}
