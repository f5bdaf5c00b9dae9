package org.rightdoor.records.retention;

import java.time.LocalDate;
import java.time.ZoneId;
import org.rightdoor.routing.RetentionRules;

/** How long things are kept here, and what day it is. */
record Schedule(RetentionRules rules, SchoolYears years, ZoneId zone, LocalDate today) {}
