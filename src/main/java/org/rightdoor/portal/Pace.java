package org.rightdoor.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.rightdoor.Config;

/**
 * How many requests a minute one network may send to each door. A whole school stands behind one address, so this stops
 * programs, not families; what has a brake of its own (asking, logging in) keeps it. Each replica counts for itself, in
 * memory: nothing is written down about who comes.
 */
@ApplicationScoped
class Pace {

    /** Behind these stand different things to wear out, and one that is shut leaves the others open. */
    enum Door {
        /** Pages for families. */
        READING(1),
        /** What asks the database for words, or the models. */
        SEARCHING(10),
        /** What families send: messages, files, codes, ratings. */
        SENDING(10),
        /** Programs with keys, and without. */
        API(1),
        /** Telephone and mail providers, which send in bursts. */
        WEBHOOKS(1),
        /** Staff: a whole office may stand behind one address. */
        DESK(1);

        private final int share;

        Door(int share) {
            this.share = share;
        }
    }

    private static final Set<String> SEARCHES = Set.of("/search", "/ask/likely", "/widget/likely");

    /** {@link Threshold} decides when there are too many: what calls a person is let through. */
    private static final Pattern ASKS = Pattern.compile("/|/api/inquiries|/cases/[^/]+/messages");

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern DESK =
            Pattern.compile("/(?:desk|account|staff|login|logout|welcome|called|j_security_check)(?:/.*)?");

    /** Whoever comes from the machine itself is a health check, or a proxy that does not say for whom it asks. */
    private static final Set<String> OWN_MACHINE = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

    /** Of a version 6 address the first half is the network's, the second anybody's to change. */
    private static final int GROUPS_OF_NETWORK = 4;

    private static final int MOST_REMEMBERED = 100_000;
    private static final long MINUTE = 60_000;

    private record Count(long minute, int many) {}

    private final ConcurrentHashMap<String, Count> counts = new ConcurrentHashMap<>();
    private final int perMinute;
    private final Clock clock;

    /** For the proxy that stands before it. */
    Pace() {
        this(0, Clock.systemUTC());
    }

    @Inject
    Pace(Config config) {
        this(config.requestsPerMinute(), Clock.systemUTC());
    }

    /** @param perMinute for pages; 0 for no limit at all */
    Pace(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    static Door door(String method, String path) {
        if (path.startsWith("/api/")) return Door.API;
        if (path.startsWith("/webhooks/")) return Door.WEBHOOKS;
        if (DESK.matcher(path).matches()) return Door.DESK;
        if (SEARCHES.contains(path)) return Door.SEARCHING;
        return READS.contains(method) ? Door.READING : Door.SENDING;
    }

    /** Counts one more; gives the seconds to wait where it is one too many, 0 for nearly all. */
    int wait(String address, String method, String path) {
        if (perMinute <= 0 || OWN_MACHINE.contains(address)) return 0;
        if (method.equals("POST") && ASKS.matcher(path).matches()) return 0;
        var door = door(method, path);
        var now = clock.millis();
        var most = Math.max(1, perMinute / door.share);
        return count(door + network(address), now / MINUTE) <= most ? 0 : (int) ((MINUTE - now % MINUTE + 999) / 1000);
    }

    private int count(String what, long minute) {
        if (counts.size() > MOST_REMEMBERED) counts.values().removeIf(count -> count.minute != minute);
        return counts.merge(
                        what,
                        new Count(minute, 1),
                        (held, one) -> held.minute == minute ? new Count(minute, held.many + 1) : one)
                .many;
    }

    private static String network(String address) {
        var groups = address.split(":");
        if (groups.length <= GROUPS_OF_NETWORK) return address;
        return String.join(":", Arrays.copyOf(groups, GROUPS_OF_NETWORK));
    }
}
