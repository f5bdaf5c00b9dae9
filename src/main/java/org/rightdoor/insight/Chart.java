package org.rightdoor.insight;

import java.util.List;
import org.rightdoor.insight.Drawings.Mark;

/**
 * A picture with the table that it was drawn from.
 *
 * @param id its name in addresses
 * @param says what it shows, in a sentence
 * @param marks what is drawn, for paper
 * @param svg the picture, or empty where the table says it all
 */
record Chart(String id, String title, String says, List<Mark> marks, String svg, Table table) {

    public boolean isEmpty() {
        return table.isEmpty();
    }
}
