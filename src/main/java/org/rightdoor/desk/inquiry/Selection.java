package org.rightdoor.desk.inquiry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rightdoor.inquiry.InboxRow;

/** The cases that somebody selected: those that a deed would touch, and those that it would leave as they are, and why. */
record Selection(List<Touched> touched, List<LeftOut> leftOut, int unknown) {

    /** @param how by which way the family hears of it, or empty where it does not */
    record Touched(InboxRow row, String how) {}

    record LeftOut(InboxRow row, String why) {}

    List<Long> numbers() {
        return touched.stream().map(each -> each.row().number()).toList();
    }

    /** How many families hear of it by each way. */
    public Map<String, Long> ways() {
        return touched.stream()
                .filter(each -> !each.how().isEmpty())
                .collect(Collectors.groupingBy(Touched::how, TreeMap::new, Collectors.counting()));
    }
}
