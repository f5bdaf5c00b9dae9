package org.rightdoor.desk.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.rightdoor.people.Staff;
import org.rightdoor.routing.Route;

/** One set of edited files and what they would change. */
@Entity
@Table(name = "rules_trial")
class Trial {

    enum State {
        FAULTY,
        REPLAYING,
        DONE,
        FAILED,
        TAKEN_OVER
    }

    /** A case that would go another way; no word of the family's is kept here. */
    record Change(long number, String from, String to, String fromTopic, String toTopic, String was, String now) {

        static Change of(long number, Route inForce, Route edited) {
            return new Change(
                    number,
                    inForce.department(),
                    edited.department(),
                    inForce.topic(),
                    edited.topic(),
                    inForce.priority().name(),
                    edited.priority().name());
        }

        static boolean isOne(Route inForce, Route edited) {
            return !inForce.department().equals(edited.department())
                    || !Objects.equals(inForce.topic(), edited.topic())
                    || inForce.priority() != edited.priority();
        }
    }

    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Id
    public String id;

    public String madeBy;
    public long staffId;
    public Instant madeAt;

    /** When the replica that replays the cases was heard of last. */
    public Instant touchedAt;

    /** The edited files, as a ZIP. */
    public byte[] files;

    /** Fingerprint of the rules in force when they were tried out. */
    public String triedOver = "";

    @Enumerated(EnumType.STRING)
    public State state;

    /** Each fault on a line. */
    public String faults = "";

    /** True when messages would be read in another way too. */
    public boolean retrains;

    /** How many cases were replayed, of how many. */
    public int cases;

    public int total;

    /** The changes, as JSON. */
    public String differences = "[]";

    static Trial of(byte[] files, String triedOver, Staff by) {
        var trial = new Trial();
        trial.id = UUID.randomUUID().toString();
        trial.files = files;
        trial.triedOver = triedOver;
        trial.madeBy = by.name;
        trial.staffId = by.id;
        trial.madeAt = Instant.now();
        trial.touchedAt = trial.madeAt;
        trial.state = State.REPLAYING;
        return trial;
    }

    String page() {
        return "/desk/settings/rules/trials/" + id;
    }

    void found(List<String> lines) {
        state = State.FAULTY;
        faults = String.join("\n", lines);
    }

    void replayed(int done, List<Change> changes) {
        cases = done;
        touchedAt = Instant.now();
        try {
            differences = JSON.writeValueAsString(changes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    List<Change> changes() {
        try {
            return JSON.readValue(differences, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The replica that worked on it has gone. */
    boolean isStuck(Instant now) {
        return state == State.REPLAYING && touchedAt.plus(SILENCE).isBefore(now);
    }
}
