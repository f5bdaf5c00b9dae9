package org.rightdoor.intake;

import java.util.List;
import org.rightdoor.understand.Passage;
import org.rightdoor.understand.Reading;

/** A message as it was read: the whole of it, and its passages each on its own. */
record Heard(Reading whole, List<Passage> passages) {}
