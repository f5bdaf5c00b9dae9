package org.rightdoor.reply;

/**
 * A mail of ours that did not arrive, as a delivery notice says it (RFC 3464).
 *
 * @param messageId of our mail, in angle brackets; null when the notice does not name it
 * @param address that could not be reached, in lower case, or null
 * @param forGood false when the address may work another time: a full mailbox
 * @param why in words for staff
 */
public record Bounce(String messageId, String address, boolean forGood, String why) {}
