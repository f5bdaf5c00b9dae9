package org.rightdoor.desk.writing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The words that staff keep for use: each person's own, and those of departments. */
@ApplicationScoped
public class Snippets {

    /** More than anybody finds again. */
    public static final int MOST = 200;

    @Inject
    Mutiny.SessionFactory sessions;

    /** That person's own, by title. */
    public Uni<List<Snippet>> of(long staff) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Snippet where staffId = :staff order by lower(title), id", Snippet.class)
                .setParameter("staff", staff)
                .setMaxResults(MOST)
                .getResultList());
    }

    /** Those of these departments, by title. */
    public Uni<List<Snippet>> of(List<String> departments) {
        if (departments.isEmpty()) return Uni.createFrom().item(List.of());
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Snippet where department in :departments order by lower(title), id", Snippet.class)
                .setParameter("departments", departments)
                .setMaxResults(MOST)
                .getResultList());
    }

    /** The snippet, or null when there is none of that id. */
    public Uni<Snippet> find(long id) {
        return sessions.withSession(session -> session.find(Snippet.class, id));
    }

    /** Stores a new one; exactly one of person and department is set in it. */
    public Uni<Snippet> add(Snippet snippet) {
        snippet.changedAt = Instant.now();
        return sessions.withTransaction(session -> session.persist(snippet).replaceWith(snippet));
    }

    /** @return false when there is none of that id any more */
    public Uni<Boolean> change(long id, String title, String text, String language, String by) {
        return sessions.withTransaction(
                session -> session.find(Snippet.class, id).map(snippet -> {
                    if (snippet == null) return false;
                    snippet.title = title;
                    snippet.text = text;
                    snippet.language = language;
                    snippet.changedAt = Instant.now();
                    snippet.changedBy = by;
                    return true;
                }));
    }

    public Uni<Void> remove(long id) {
        return sessions.withTransaction(session -> session.createMutationQuery("delete Snippet where id = :id")
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid());
    }
}
