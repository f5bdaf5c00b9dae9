package org.rightdoor.inquiry;

import java.util.List;

/** One page of the inbox; {@code next} is the cursor of the following page, or null on the last one. */
public record InboxPage(List<InboxRow> rows, String next) {}
