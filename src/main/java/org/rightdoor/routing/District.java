package org.rightdoor.routing;

import java.time.ZoneId;
import java.util.List;

/** The district itself: how it is called and reached, its time zone and the languages its pages speak. */
public record District(
        LocalText name,
        String shortName,
        String phone,
        String address,
        ZoneId timeZone,
        List<String> languages,
        String fallbackDepartment,
        LocalText emergency) {}
