package org.rightdoor.desk.inbox;

/** A list somebody comes back to; {@code query} is what stands in the address behind {@code /desk?}. */
record SavedView(long id, String name, String query) {

    public String href() {
        return query.isEmpty() ? "/desk" : "/desk?" + query;
    }
}
