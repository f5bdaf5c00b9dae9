package org.rightdoor.desk.notices;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** How one member of staff wants to hear of what. */
@Entity
public class Wish {

    public enum Way {
        OFF,
        /** At once, in a browser that allows it. */
        BROWSER,
        HOURLY,
        DAILY;

        boolean isByMail() {
            return this == HOURLY || this == DAILY;
        }
    }

    private static final Duration HOUR = Duration.ofHours(1);

    @Id
    public Long staffId;

    @Enumerated(EnumType.STRING)
    public Way way = Way.OFF;

    /** Names of {@link Kind}. */
    public String[] kinds = Kind.names(Kind.values());

    /** What happened until then was told. */
    public Instant toldUntil = Instant.now();

    static Wish of(long staffId) {
        var wish = new Wish();
        wish.staffId = staffId;
        return wish;
    }

    public boolean wants(Kind kind) {
        return Arrays.asList(kinds).contains(kind.name());
    }

    List<Kind> wanted() {
        return Arrays.stream(Kind.values()).filter(this::wants).toList();
    }

    /** True when the next mail may go, were anything new; outside open hours it waits for them to begin. */
    boolean isDue(Instant now, boolean open, ZoneId zone) {
        return open
                && switch (way) {
                    case HOURLY -> !toldUntil.plus(HOUR).isAfter(now);
                    case DAILY ->
                        toldUntil
                                .atZone(zone)
                                .toLocalDate()
                                .isBefore(now.atZone(zone).toLocalDate());
                    default -> false;
                };
    }
}
