package org.rightdoor.learning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Actor;

/** The versions of the model. One is in force, at most one is being trained, and all replicas go by these rows. */
@ApplicationScoped
public class ModelVersions {

    // One row for all corrections that came since: while it is being trained none is added, so a hundred of them lead
    // to one further version and not to a hundred.
    private static final String PROPOSE =
            """
            with wanted as (
              select coalesce(array_agg(id order by id), '{}') as texts
              from learned_text where removed_at is null and set_aside_by is null
            ), made as (
              insert into model_version (state, texts, author, made_at, claimed_by, claimed_at)
              select 'CANDIDATE', wanted.texts,
                     (select string_agg(distinct coalesce(removed_by, author), ', ') from learned_text
                      where (id = any(wanted.texts)) <> (id = any(current.texts))),
                     now(), :claimant, now()
              from wanted, model_version current
              where current.state = 'IN_FORCE' and current.texts <> wanted.texts
                and not exists (select 1 from model_version where state = 'CANDIDATE')
              on conflict do nothing returning number
            )
            select number from made
            """;

    // A replica that has not decided for so long has died; training takes a minute or two where nothing is kept.
    private static final String TAKE_OVER =
            """
            with taken as (
              update model_version set claimed_by = :claimant, claimed_at = now()
              where state = 'CANDIDATE' and claimed_at < now() - interval '10 minutes' returning number
            )
            select number from taken
            """;

    @Inject
    Mutiny.SessionFactory sessions;

    public Uni<ModelVersion> inForce() {
        return sessions.withSession(ModelVersions::inForce);
    }

    /** The newest first. */
    public Uni<List<ModelVersion>> latest(int limit) {
        return sessions.withSession(
                session -> session.createSelectionQuery("from ModelVersion order by number desc", ModelVersion.class)
                        .setMaxResults(limit)
                        .getResultList());
    }

    /**
     * A candidate for that replica to train: made of what was learned and removed since, or left by a replica that died.
     * Null when there is nothing new, or another replica is at it.
     */
    public Uni<ModelVersion> claim(String claimant) {
        return sessions.withTransaction(session -> session.createNativeQuery(PROPOSE, Long.class)
                .setParameter("claimant", claimant)
                .getSingleResultOrNull()
                .chain(made -> made != null ? Uni.createFrom().item(made) : takeOver(session, claimant))
                .chain(number ->
                        number == null ? Uni.createFrom().nullItem() : session.find(ModelVersion.class, number)));
    }

    /** Takes the candidate into force; false when it was not that replica's to decide any more. */
    public Uni<Boolean> accept(long number, String claimant, Outcome outcome) {
        return decide(number, claimant, (session, candidate) -> replace(session, ModelVersion.State.REPLACED)
                .invoke(() -> candidate.decide(ModelVersion.State.IN_FORCE, outcome)));
    }

    /** Refuses the candidate and sets aside what was new in it, so that later corrections are not held up by it. */
    public Uni<Boolean> refuse(long number, String claimant, Outcome outcome) {
        return decide(number, claimant, (session, candidate) -> inForce(session)
                .chain(current -> setAside(session, candidate.contentsWithout(current), number))
                .invoke(() -> candidate.decide(ModelVersion.State.REFUSED, outcome)));
    }

    /** How the first version under these rules did, below which no later one may fall; null when there is none. */
    public Uni<Double> firstAccuracy(String rules) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select accuracyBefore from ModelVersion where rules = :rules and asOf is null order by number",
                        Double.class)
                .setParameter("rules", rules)
                .setMaxResults(1)
                .getSingleResultOrNull());
    }

    /**
     * Brings back what was in force under that number, but for texts removed since; what was learned later is set aside.
     *
     * @return the new version in force; fails with IllegalStateException when that one was never in force
     */
    public Uni<ModelVersion> goBackTo(long number, Actor by) {
        return sessions.withTransaction(
                session -> session.find(ModelVersion.class, number).chain(earlier -> {
                    if (earlier == null || !earlier.wasInForce()) {
                        throw new IllegalStateException(
                                "Version " + number + " was not in force before. Choose one that was.");
                    }
                    return replace(session, ModelVersion.State.ROLLED_BACK)
                            .chain(() -> stillThere(session, earlier.contents()))
                            .map(texts -> ModelVersion.bringingBack(earlier, texts, by.name()))
                            .call(session::persist)
                            .call(session::flush)
                            .call(version -> setAsideAllBut(session, version));
                }));
    }

    private interface Decision {
        Uni<?> on(Mutiny.Session session, ModelVersion candidate);
    }

    private Uni<Boolean> decide(long number, String claimant, Decision decision) {
        return sessions.withTransaction(session -> session.find(ModelVersion.class, number, LockMode.PESSIMISTIC_WRITE)
                .chain(candidate -> candidate.isClaimedBy(claimant)
                        ? decision.on(session, candidate).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    private static Uni<ModelVersion> inForce(Mutiny.Session session) {
        return session.createSelectionQuery("from ModelVersion where state = IN_FORCE", ModelVersion.class)
                .getSingleResult();
    }

    private static Uni<Long> takeOver(Mutiny.Session session, String claimant) {
        return session.createNativeQuery(TAKE_OVER, Long.class)
                .setParameter("claimant", claimant)
                .getSingleResultOrNull();
    }

    /** Whoever goes back wants no candidate either that was made of what is being taken back. */
    private static Uni<Integer> replace(Mutiny.Session session, ModelVersion.State with) {
        var goingBack = with == ModelVersion.State.ROLLED_BACK ? " or state = CANDIDATE" : "";
        return session.createMutationQuery("update ModelVersion set state = :state where state = IN_FORCE" + goingBack)
                .setParameter("state", with)
                .executeUpdate();
    }

    private static Uni<List<Long>> stillThere(Mutiny.Session session, List<Long> ids) {
        return session.createSelectionQuery(
                        "select id from LearnedText where id in :ids and removedAt is null order by id", Long.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    private static Uni<Integer> setAside(Mutiny.Session session, List<Long> ids, long by) {
        return session.createMutationQuery("update LearnedText set setAsideBy = :by where id in :ids")
                .setParameter("by", by)
                .setParameter("ids", ids)
                .executeUpdate();
    }

    private static Uni<Integer> setAsideAllBut(Mutiny.Session session, ModelVersion version) {
        return session.createMutationQuery(
                        "update LearnedText set setAsideBy = null where id in :ids and setAsideBy is not null")
                .setParameter("ids", version.contents())
                .executeUpdate()
                .chain(() -> session.createMutationQuery(
                                """
                                update LearnedText set setAsideBy = :by
                                where id not in :ids and setAsideBy is null and removedAt is null""")
                        .setParameter("by", version.number)
                        .setParameter("ids", version.contents())
                        .executeUpdate());
    }
}
