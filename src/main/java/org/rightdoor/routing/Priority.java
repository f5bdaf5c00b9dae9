package org.rightdoor.routing;

/** How soon a person should look; the inbox shows urgent before high before normal. */
public enum Priority {
    NORMAL,
    HIGH,
    URGENT
}
