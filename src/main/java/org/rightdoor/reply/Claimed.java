package org.rightdoor.reply;

import java.time.Instant;

/**
 * A reply that one replica is working on.
 *
 * @param mark of the family's message that it answers, as the log knows it, or null
 * @param wanted false when its address has opted out
 */
record Claimed(Outgoing message, String mark, boolean wanted, Instant writtenAt) {}
