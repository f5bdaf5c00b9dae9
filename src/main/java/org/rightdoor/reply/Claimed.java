package org.rightdoor.reply;

import java.time.Instant;

/**
 * A reply that one replica is working on.
 *
 * @param wanted false when its address has opted out
 */
record Claimed(Outgoing message, boolean wanted, Instant writtenAt) {}
