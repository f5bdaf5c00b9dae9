package org.rightdoor.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.rightdoor.Config;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.login.Vault;
import org.rightdoor.outside.OutsideHosts;
import org.rightdoor.records.Sql;
import org.rightdoor.records.Work;

/** The addresses outside that are told what happens to cases. */
@ApplicationScoped
class Webhooks {

    private static final String OWNER = "webhook";

    @Inject
    Config config;

    @Inject
    Work work;

    @Inject
    Vault vault;

    /** An address as it is now; with the key that is shown only this once. */
    record Made(long id, SigningKey key) {}

    List<Webhook> all() {
        return work.in(connection -> Sql.of(Webhook.ALL + " order by w.id").list(connection, Webhook::read));
    }

    /** Null where there is none of that number. */
    Webhook find(long id) {
        return work.in(connection -> Sql.of(Webhook.ALL + " where w.id = ?", id).first(connection, Webhook::read));
    }

    boolean isNoneOn() {
        return !work.in(connection -> Sql.of("select exists (select from webhook where off_at is null)")
                .first(connection, row -> row.getBoolean(1)));
    }

    /** @throws IllegalArgumentException saying what is wrong with the address */
    Made add(String url, List<String> types, Actor by) {
        var address = checked(url);
        var key = SigningKey.random();
        var id = work.in(connection -> Sql.of(
                        "insert into webhook (url, types, secret, created_by) values (?, ?, ?, ?) returning id",
                        address,
                        types,
                        vault.lock(key.secret(), OWNER),
                        by.name())
                .first(connection, row -> row.getLong(1)));
        return new Made(id, key);
    }

    /** From now on everything is signed with another key. */
    SigningKey renewKey(long id) {
        var key = SigningKey.random();
        work.in(connection -> Sql.of("update webhook set secret = ? where id = ?", vault.lock(key.secret(), OWNER), id)
                .run(connection));
        return key;
    }

    /** @throws IllegalStateException when it was locked by another key of the application */
    SigningKey key(Webhook webhook) {
        return vault.open(webhook.secret(), OWNER)
                .map(SigningKey::new)
                .orElseThrow(() -> new IllegalStateException(
                        "Its signing key cannot be read, because RIGHTDOOR_SESSION_KEY has changed. Make a new one."));
    }

    /** Nothing goes there any more, and what waits stays; {@code why} is null where somebody wants it so. */
    void switchOff(long id, String why) {
        work.in(connection -> Sql.of(
                        "update webhook set off_at = now(), off_why = ? where id = ? and off_at is null", why, id)
                .run(connection));
    }

    void switchOn(long id) {
        work.in(connection -> Sql.of("update webhook set off_at = null, off_why = null where id = ?", id)
                .run(connection));
    }

    void remove(long id) {
        work.in(connection -> Sql.of("delete from webhook where id = ?", id).run(connection));
    }

    private String checked(String url) {
        try {
            var address = URI.create(url.strip());
            OutsideHosts.of(config).check(address);
            if (!"https".equalsIgnoreCase(address.getScheme()) && !isInside(address)) {
                throw new IllegalArgumentException("Use an https address: others could read along.");
            }
            return address.toString();
        } catch (IOException refused) {
            throw new IllegalArgumentException("This address cannot be told anything: " + refused.getMessage() + ".");
        }
    }

    private boolean isInside(URI address) {
        return config.insideHosts().orElse(List.of()).contains(address.getHost().toLowerCase(Locale.ROOT));
    }
}
