package org.rightdoor.inquiry;

public enum Status {
    /** The family waits for the district. */
    OPEN,
    /** The district waits for the family. */
    WAITING,
    RESOLVED
}
