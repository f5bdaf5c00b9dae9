package org.rightdoor.routing;

import org.rightdoor.understand.Reading;

/**
 * All that a rule may look at.
 *
 * @param channel lower-case name of the channel, such as {@code sms}
 * @param school key of the school the person named, or null
 * @param chosenTopic key of the topic the person picked on the page, or null
 */
public record Facts(String text, Reading reading, String channel, String school, String chosenTopic) {}
