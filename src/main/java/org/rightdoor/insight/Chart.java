package org.rightdoor.insight;

/**
 * A picture with the table that it was drawn from.
 *
 * @param id its name in addresses
 * @param says what it shows, in a sentence
 * @param svg the picture, or empty where the table says it all
 */
record Chart(String id, String title, String says, String svg, Table table) {

    public boolean isEmpty() {
        return table.isEmpty();
    }
}
