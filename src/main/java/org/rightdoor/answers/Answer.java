package org.rightdoor.answers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rightdoor.routing.LocalText;

/**
 * A question and the answer the district has approved for it.
 *
 * @param questions phrasings of the question by two-letter language code
 * @param expires the last day on which it may be given
 */
public record Answer(String id, String topic, Map<String, List<String>> questions, LocalText text, LocalDate expires) {}
