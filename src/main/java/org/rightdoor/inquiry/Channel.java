package org.rightdoor.inquiry;

/** How a family reaches the district, and the district a family. */
public enum Channel {
    /** A page of the portal or the JSON interface. */
    WEB,
    SMS,
    EMAIL,
    /** A call or a walk-in that staff write down. */
    PHONE
}
