package org.rightdoor.calendar;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * A calendar that the district publishes at an address, and which of its days mean closed doors.
 *
 * @param words see {@link PublishedCalendar#closings}
 * @param only see {@link Closing#only}
 */
record Subscription(URI address, List<String> words, Set<String> only) {

    static URI address(String text) {
        // Calendars are offered to telephones by this name; they are fetched like any page (RFC 7986 section 5.9).
        var uri = URI.create(text.replaceFirst("^webcal:", "https:"));
        if (uri.getHost() == null || !Set.of("https", "http").contains(uri.getScheme())) {
            throw new IllegalArgumentException(text);
        }
        return uri;
    }
}
