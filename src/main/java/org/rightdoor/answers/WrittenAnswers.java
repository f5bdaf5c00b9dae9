package org.rightdoor.answers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.routing.RoutingRules;

/** The answers that staff write at the desk, over those of the files. */
@ApplicationScoped
public class WrittenAnswers {

    private static final Logger LOG = Logger.getLogger(WrittenAnswers.class);
    private static final String OF_ANSWER = "from WrittenAnswer where answerId = :answer and state ";
    private static final String IN_WORK = OF_ANSWER + "in (DRAFT, IN_REVIEW)";

    @Inject
    Mutiny.SessionFactory sessions;

    /** Somebody else has changed it since: nothing was kept, and what is typed has to be looked at again. */
    public static class ChangedMeanwhile extends RuntimeException {}

    /** Everything that is being worked on, the oldest first. */
    public Uni<List<WrittenAnswer>> inWork() {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from WrittenAnswer where state in (DRAFT, IN_REVIEW) order by changedAt", WrittenAnswer.class)
                .getResultList());
    }

    /** All that is published, in the order of their publication. */
    public Uni<List<WrittenAnswer>> published() {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from WrittenAnswer where state = PUBLISHED order by id", WrittenAnswer.class)
                .getResultList());
    }

    /** All versions of one answer, the latest first. */
    public Uni<List<WrittenAnswer>> of(String answerId) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from WrittenAnswer where answerId = :answer order by id desc", WrittenAnswer.class)
                .setParameter("answer", answerId)
                .getResultList());
    }

    /**
     * Keeps what was written.
     *
     * @param seen id and version of the draft that the writer saw, as {@link #seen} gives them; empty when there was none
     * @param handIn true when somebody else is to read it now
     * @return fails with {@link ChangedMeanwhile} when there is another draft by now
     */
    public Uni<WrittenAnswer> keep(String answerId, String yaml, String seen, boolean handIn, Actor by) {
        return sessions.withTransaction(
                session -> locked(session, IN_WORK, answerId).chain(draft -> {
                    if (!seen(draft).equals(seen)) throw new ChangedMeanwhile();
                    var written = draft == null ? WrittenAnswer.of(answerId, yaml, by) : draft;
                    if (draft != null) written.write(yaml, by);
                    if (handIn) written.handIn();
                    return draft == null
                            ? session.persist(written).replaceWith(written)
                            : Uni.createFrom().item(written);
                }));
    }

    public static String seen(WrittenAnswer draft) {
        return draft == null ? "" : draft.id + "." + draft.version;
    }

    /** Publishes what was handed in as the reviewer saw it, in place of the version before. */
    public Uni<Void> approve(String answerId, String seen, Actor by) {
        return sessions.withTransaction(
                session -> locked(session, IN_WORK, answerId).chain(draft -> {
                    if (!seen(draft).equals(seen)) throw new ChangedMeanwhile();
                    return replaced(session, answerId).invoke(() -> draft.approve(by));
                }));
    }

    public Uni<Void> sendBack(String answerId, String why, Actor by) {
        return change(answerId, IN_WORK, draft -> draft.sendBack(why, by));
    }

    public Uni<Void> discard(String answerId, Actor by) {
        return change(answerId, IN_WORK, draft -> draft.discard(by));
    }

    /** From now on there is no such answer. */
    public Uni<Void> retire(String answerId, String why, Actor by) {
        return sessions.withTransaction(session ->
                replaced(session, answerId).chain(() -> session.persist(WrittenAnswer.retiring(answerId, why, by))));
    }

    /** From now on the files say it again, or nothing does. */
    public Uni<Void> leaveToTheFiles(String answerId) {
        return sessions.withTransaction(session -> replaced(session, answerId));
    }

    /** The answers of the files with the published ones over them; one that does not fit the rules any more is left out. */
    static List<Answer> over(List<Answer> inFiles, List<WrittenAnswer> published, RoutingRules rules) {
        var byId = new LinkedHashMap<String, Answer>();
        inFiles.forEach(answer -> byId.put(answer.id(), answer));
        for (var written : published) {
            if (written.retired) byId.remove(written.answerId);
            else read(written, rules).ifPresent(answer -> byId.put(answer.id(), answer));
        }
        return new ArrayList<>(byId.values());
    }

    /** The answer; empty where the rules have changed so that it does not fit them, such as a topic that is gone. */
    public static Optional<Answer> read(WrittenAnswer written, RoutingRules rules) {
        var answer = AnswerFiles.readOne(written.answerId, written.yaml, rules);
        if (answer.isEmpty()) LOG.warnf("The answer %s, written at the desk, does not fit the rules", written.answerId);
        return answer;
    }

    // Flushed before the next one is published: one may be at a time.
    private static Uni<Void> replaced(Mutiny.Session session, String answerId) {
        return locked(session, OF_ANSWER + "= PUBLISHED", answerId)
                .invoke(published -> {
                    if (published != null) published.replace();
                })
                .chain(() -> session.flush());
    }

    private Uni<Void> change(String answerId, String which, Consumer<WrittenAnswer> verb) {
        return sessions.withTransaction(session -> locked(session, which, answerId)
                .invoke(written -> {
                    if (written == null) throw new ChangedMeanwhile();
                    verb.accept(written);
                })
                .replaceWithVoid());
    }

    private static Uni<WrittenAnswer> locked(Mutiny.Session session, String which, String answerId) {
        return session.createSelectionQuery(which, WrittenAnswer.class)
                .setParameter("answer", answerId)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getSingleResultOrNull();
    }
}
