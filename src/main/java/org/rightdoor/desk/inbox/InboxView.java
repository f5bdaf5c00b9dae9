package org.rightdoor.desk.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rightdoor.desk.Seat;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.InboxFilter;
import org.rightdoor.inquiry.InboxList;
import org.rightdoor.inquiry.InboxQuery;
import org.rightdoor.routing.Department;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Tone;

/**
 * What part of the inbox somebody looks at: the same as its address, and as what a saved view keeps.
 *
 * @param department key of the one looked at, or empty for all that the person sees
 * @param words to search for, or empty
 */
record InboxView(InboxList list, String department, InboxFilter filter, String words) {

    private static final int LONGEST_WORDS = 200;

    /** Who looks, wherever an address names who works on a case: so that it can be passed on. */
    private static final String ME = "me";

    private static final String NOBODY = "nobody";
    private static final Pattern STAFF = Pattern.compile("[1-9]\\d{0,17}");

    private static final List<String> SHAPES = List.of("WEB", "SMS", "EMAIL", "PHONE", "clock");

    /** What makes no sense, or is not the reader's, does not count. */
    static InboxView of(Seat seat, UnaryOperator<String> given) {
        var words = given.apply("q") == null
                ? ""
                : given.apply("q").replace("\0", "").strip();
        if (words.length() > LONGEST_WORDS) words = words.substring(0, LONGEST_WORDS);
        var list = given.apply("view") == null ? usual(words) : InboxList.named(given.apply("view"));
        var department = given.apply("department");
        return new InboxView(list, isOf(seat, department) ? department : "", filter(seat, given), words);
    }

    private static boolean isOf(Seat seat, String department) {
        return seat.departments().stream().map(Department::key).anyMatch(key -> key.equals(department));
    }

    private static InboxFilter filter(Seat seat, UnaryOperator<String> given) {
        var topic = given.apply("topic");
        var school = given.apply("school");
        var language = given.apply("language");
        var contacts = given.apply("contacts");
        return new InboxFilter(
                InboxFilter.NO_TOPIC.equals(topic) || seat.rules().topics().containsKey(topic) ? topic : null,
                seat.rules().schools().containsKey(school) ? school : null,
                language != null && language.matches("[a-z]{2,3}") ? language : null,
                one(Channel.class, given.apply("channel")),
                one(Reading.Kind.class, given.apply("kind")),
                one(Tone.Urgency.class, given.apply("urgency")),
                one(InboxFilter.Age.class, given.apply("age")),
                assignee(seat, given.apply("assignee")),
                contacts != null && contacts.matches("[1-9]\\d?") ? Integer.valueOf(contacts) : null);
    }

    private static Long assignee(Seat seat, String given) {
        if (given == null) return null;
        return switch (given) {
            case ME -> seat.staff().id;
            case NOBODY -> InboxFilter.NOBODY;
            default -> STAFF.matcher(given).matches() ? Long.valueOf(given) : null;
        };
    }

    /** Who works on the cases, as the address says it. */
    static String assignee(Long assignee) {
        return InboxFilter.NOBODY.equals(assignee) ? NOBODY : assignee.toString();
    }

    private static <E extends Enum<E>> E one(Class<E> type, String given) {
        if (given == null) return null;
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> key(constant).equals(given))
                .findFirst()
                .orElse(null);
    }

    /** Who searches, searches everything, unless a list has been chosen. */
    private static InboxList usual(String words) {
        return words.isEmpty() ? InboxList.OPEN : InboxList.ALL;
    }

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True when the list is another than the address means by itself. */
    public boolean isListChosen() {
        return list != usual(words);
    }

    /** The icons of the rows, which the page draws once. */
    public List<String> shapes() {
        return SHAPES;
    }

    public String title() {
        return title(list);
    }

    static String title(InboxList list) {
        return switch (list) {
            case OPEN -> "Open";
            case MINE -> "Mine";
            case UNASSIGNED -> "Unassigned";
            case SOON -> "Due soon";
            case WAITING -> "Waiting on family";
            case HANDED_OVER -> "Handed over by me";
            case SNOOZED -> "Snoozed";
            case RESOLVED -> "Resolved";
            case ALL -> "All I may see";
        };
    }

    InboxQuery query(String after) {
        return new InboxQuery(list, department.isEmpty() ? List.of() : List.of(department), filter, words, after);
    }

    /** The address's parameters, in one order, so that the same view is the same text. */
    Map<String, String> parameters() {
        var all = new LinkedHashMap<String, String>();
        if (list != usual(words)) all.put("view", list.key());
        if (!department.isEmpty()) all.put("department", department);
        put(all, "topic", filter.topic());
        put(all, "school", filter.school());
        put(all, "language", filter.language());
        put(all, "channel", filter.channel());
        put(all, "kind", filter.kind());
        put(all, "urgency", filter.urgency());
        put(all, "age", filter.age());
        if (filter.assignee() != null) all.put("assignee", assignee(filter.assignee()));
        put(all, "contacts", filter.contacts());
        if (!words.isEmpty()) all.put("q", words);
        return all;
    }

    private static void put(Map<String, String> all, String name, Object value) {
        if (value != null) all.put(name, value instanceof Enum<?> constant ? key(constant) : value.toString());
    }

    /** What stands behind the question mark; empty for the inbox as it opens. */
    public String asQuery() {
        return asQuery(parameters());
    }

    /** Address of the page that saves it under a name. */
    public String saveHref() {
        return "/desk/views?query=" + URLEncoder.encode(asQuery(), StandardCharsets.UTF_8);
    }

    public String href() {
        return address(parameters());
    }

    /** Address of the page after that cursor. */
    String hrefAfter(String cursor) {
        return hrefWith("after", cursor);
    }

    String hrefWith(String name, String value) {
        var changed = parameters();
        changed.put(name, value);
        return address(changed);
    }

    String hrefWithout(String name) {
        var changed = parameters();
        changed.remove(name);
        return address(changed);
    }

    /** Another list, with nothing narrowed but the department. */
    String hrefOf(InboxList other) {
        return new InboxView(other, department, InboxFilter.NONE, "").href();
    }

    private static String address(Map<String, String> parameters) {
        return parameters.isEmpty() ? "/desk" : "/desk?" + asQuery(parameters);
    }

    private static String asQuery(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
