package org.rightdoor.routing;

/** What a message is about, and the key of the department that answers it. */
public record Topic(String key, String department, LocalText title) {}
