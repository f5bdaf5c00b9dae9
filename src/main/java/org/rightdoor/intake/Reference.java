package org.rightdoor.intake;

import java.util.List;

/**
 * What a message says to belong to.
 *
 * @param token of a case's secret link, or null
 * @param messageIds Message-IDs it answers, the most telling first: the one in the address it was written to, then from
 *     In-Reply-To and References
 * @param number of a case, as in "[Case #1042]", or null; it is no secret and holds only for the case's own people
 */
public record Reference(String token, List<String> messageIds, Long number) {

    public static final Reference NONE = new Reference(null, List.of(), null);

    public static Reference toLink(String token) {
        return new Reference(token, List.of(), null);
    }
}
