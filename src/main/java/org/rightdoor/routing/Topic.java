package org.rightdoor.routing;

/** What a message is about, and the key of the department that answers it. */
public record Topic(String key, String department, LocalText title) {

    static Topic read(Entry entry, Names departments) {
        return new Topic(entry.key(), entry.oneOf("department", departments), entry.localText("title"));
    }
}
