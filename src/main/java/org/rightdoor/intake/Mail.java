package org.rightdoor.intake;

import java.util.List;
import java.util.Set;
import org.rightdoor.inquiry.Letter;
import org.rightdoor.reply.Bounce;

/**
 * What a mail brings that other messages do not.
 *
 * @param bounces mails of ours that did not arrive, where this is a notice of that
 * @param to in lower case: every address it was written to, as its headers say
 */
public record Mail(Letter letter, List<Bounce> bounces, Set<String> to) {}
