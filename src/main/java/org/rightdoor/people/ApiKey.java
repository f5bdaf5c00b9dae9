package org.rightdoor.people;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets one program in, for what its scopes say, and for no longer than somebody said. */
@Entity
public class ApiKey {

    private static final String PREFIX = "rd_";
    private static final int BYTES = 32;
    private static final int BEGINNING = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** What the program is called; what it does is recorded under this name. */
    public String name;

    /** SHA-256, in hexadecimal: the key is random and long, so a slow hash would guard nothing more. */
    public String hash;

    /** Its first characters. */
    public String begins;

    /** Keys of {@link Scope}. */
    public String[] scopes = {};

    /** Keys of the departments whose cases it sees; none means all. */
    public String[] departments = {};

    public String createdBy;
    public Instant createdAt;

    /** Null for never. */
    public Instant expiresAt;

    /** To the minute; null as long as nobody has used it. */
    public Instant lastUsedAt;

    public Instant revokedAt;
    public String revokedBy;

    /** A new key, and its secret, which nobody can find out again. */
    public record Made(ApiKey key, String secret) {}

    static Made make(
            String name, Collection<Scope> scopes, Collection<String> departments, Duration lasting, String createdBy) {
        var secret = PREFIX + random();
        var key = new ApiKey();
        key.name = name;
        key.hash = hash(secret);
        key.begins = secret.substring(0, BEGINNING);
        key.scopes = scopes.stream().map(Scope::key).toArray(String[]::new);
        key.departments = departments.toArray(String[]::new);
        key.createdBy = createdBy;
        key.createdAt = Instant.now();
        key.expiresAt = lasting == null ? null : key.createdAt.plus(lasting);
        return new Made(key, secret);
    }

    /** The key that the district's configuration names: everything, everywhere, for ever. */
    static ApiKey configured() {
        var key = new ApiKey();
        key.name = "JSON interface";
        key.scopes = Arrays.stream(Scope.values()).map(Scope::key).toArray(String[]::new);
        return key;
    }

    static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException partOfEveryJava) {
            throw new IllegalStateException(partOfEveryJava);
        }
    }

    /** True while it opens anything. */
    public boolean isGood(Instant now) {
        return revokedAt == null && !isExpired(now);
    }

    public boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    public boolean may(Scope scope) {
        return List.of(scopes).contains(scope.key());
    }

    /** Which of {@link May} its scopes allow. */
    public Set<String> deeds() {
        return Arrays.stream(scopes)
                .flatMap(scope -> Scope.of(scope).stream())
                .map(Scope::deed)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who sits at the desk when it is used: nobody with a name on a confidential case, so it never sees one. */
    public Staff seat() {
        var staff = new Staff();
        staff.name = name;
        staff.roles = departments.length == 0 ? Staff.ADMIN : Staff.AGENT;
        staff.departments = departments;
        return staff;
    }

    private static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
