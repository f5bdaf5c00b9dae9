package org.rightdoor.inquiry;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * That something about a case is new: which, and of what kind, and never what. Whoever hears of it asks again what may be
 * seen.
 *
 * @param by the member of staff who did it, or null
 * @param was key of the department whose staff could see the case until now and perhaps no longer may; null where the same
 *     people see it
 * @param detail of what is in no table, such as presence: at most {@value #LONGEST_DETAIL} characters; else null
 */
public record Change(long number, Kind kind, Long by, String was, String detail) {

    static final int LONGEST_DETAIL = 400;

    public enum Kind {
        /** A new case. */
        OPENED,
        /** The family wrote, called or came. */
        CONTACT,
        /** An answer was written, or could not be delivered. */
        REPLY,
        /** Staff did something that stands in the timeline. */
        EVENT,
        /** Department, status, assignee, rest, priority or due time are others. */
        CHANGED,
        /** Somebody looks at the case or writes; it is in no table, and the detail says which. */
        PRESENCE
    }

    public static Change presence(long number, long staffId, String detail) {
        if (detail.length() > LONGEST_DETAIL) throw new IllegalArgumentException("Presence is said in fewer words.");
        return new Change(number, Kind.PRESENCE, staffId, null, detail);
    }

    /** As it goes through PostgreSQL. */
    String toJson() {
        var json = new JsonObject().put("number", number).put("kind", kind.name());
        if (by != null) json.put("by", by);
        if (was != null) json.put("was", was);
        if (detail != null) json.put("detail", detail);
        return json.encode();
    }

    /** Null for what a newer version of the application may say. */
    static Change fromJson(String payload) {
        try {
            var json = new JsonObject(payload);
            return new Change(
                    json.getLong("number"),
                    Kind.valueOf(json.getString("kind")),
                    json.getLong("by"),
                    json.getString("was"),
                    json.getString("detail"));
        } catch (DecodeException | IllegalArgumentException | NullPointerException | ClassCastException unknown) {
            return null;
        }
    }
}
