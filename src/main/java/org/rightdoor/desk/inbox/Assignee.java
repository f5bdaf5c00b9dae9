package org.rightdoor.desk.inbox;

/** Somebody who may have a case in hand. */
record Assignee(long id, String name) {}
