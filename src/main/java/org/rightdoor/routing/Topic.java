package org.rightdoor.routing;

/**
 * What a message is about, and the key of the department that answers it.
 *
 * @param confidential true where a new case about it is seen by the department's leads only
 */
public record Topic(String key, String department, LocalText title, boolean confidential) {

    private static final Names TRUE_OR_FALSE = Names.of("value of confidential", "true", "false");

    static Topic read(Entry entry, Names departments) {
        return new Topic(
                entry.key(),
                entry.oneOf("department", departments),
                entry.localText("title"),
                entry.optionalOneOf("confidential", TRUE_OR_FALSE)
                        .map(Boolean::valueOf)
                        .orElse(false));
    }
}
