package org.rightdoor.desk.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rightdoor.desk.Seat;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.InboxFilter;
import org.rightdoor.routing.School;
import org.rightdoor.understand.Reading;

/** What a list can be narrowed by, in words: the fields to choose in, and a chip for each that is chosen. */
record Sieve(List<Field> fields, List<Chip> chips) {

    private static final List<String> LANGUAGES =
            List.of("en", "es", "pt", "ht", "vi", "zh", "ar", "fr", "ru", "ko", "am", "ne", "und");

    /** One field with its choices; the first is "any". */
    record Field(String name, String label, List<Choice> choices) {}

    record Choice(String value, String label, boolean chosen) {}

    /** What is chosen, and the address without it. */
    record Chip(String label, String without) {}

    static Sieve of(Seat seat, InboxView view, List<Assignee> assignees) {
        var chosen = view.parameters();
        var fields = new ArrayList<Field>();
        var chips = new ArrayList<Chip>();
        all(seat, view, assignees).forEach((name, labels) -> {
            var label = label(name);
            var value = chosen.get(name);
            fields.add(new Field(
                    name,
                    label,
                    labels.entrySet().stream()
                            .map(choice -> new Choice(
                                    choice.getKey(),
                                    choice.getValue(),
                                    choice.getKey().equals(value)))
                            .toList()));
            if (value != null) {
                chips.add(new Chip(
                        label + ": " + labels.getOrDefault(value, unknown(name, value)), view.hrefWithout(name)));
            }
        });
        if (!view.words().isEmpty()) chips.add(new Chip("“" + view.words() + "”", view.hrefWithout("q")));
        if (!view.department().isEmpty()) {
            chips.add(0, new Chip(seat.departmentName(view.department()), view.hrefWithout("department")));
        }
        return new Sieve(fields, chips);
    }

    private static Map<String, Map<String, String>> all(Seat seat, InboxView view, List<Assignee> assignees) {
        var all = new LinkedHashMap<String, Map<String, String>>();
        all.put("topic", topics(seat, view));
        all.put("school", schools(seat));
        all.put("language", languages(seat, view));
        all.put("channel", channels());
        all.put("kind", kinds());
        all.put("urgency", urgencies());
        all.put("age", ages());
        all.put("assignee", assignees(seat, assignees));
        all.put("contacts", contacts());
        return all;
    }

    /** A view that was saved may name somebody who has left since. */
    private static String unknown(String name, String value) {
        return name.equals("assignee") ? "somebody who works here no longer, or elsewhere" : value;
    }

    private static String label(String name) {
        return switch (name) {
            case "age" -> "Opened";
            case "assignee" -> "Assigned to";
            case "urgency" -> "Pressing";
            default -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        };
    }

    private static Map<String, String> topics(Seat seat, InboxView view) {
        var topics = new LinkedHashMap<String, String>();
        topics.put(InboxFilter.NO_TOPIC, "No topic");
        seat.departments().stream()
                .filter(department ->
                        view.department().isEmpty() || department.key().equals(view.department()))
                .flatMap(department -> seat.topicsOf(department.key()).stream())
                .forEach(topic -> topics.put(topic.key(), topic.title().in("en")));
        if (view.filter().topic() != null) {
            topics.putIfAbsent(
                    view.filter().topic(), seat.topicTitle(view.filter().topic()));
        }
        return topics;
    }

    private static Map<String, String> schools(Seat seat) {
        var schools = new LinkedHashMap<String, String>();
        seat.rules().schools().values().stream()
                .sorted(Comparator.comparing(School::name))
                .forEach(school -> schools.put(school.key(), school.name()));
        return schools;
    }

    private static Map<String, String> languages(Seat seat, InboxView view) {
        var languages = new LinkedHashMap<String, String>();
        LANGUAGES.forEach(code -> languages.put(code, seat.languageName(code)));
        var chosen = view.filter().language();
        if (chosen != null) languages.putIfAbsent(chosen, seat.languageName(chosen));
        return languages;
    }

    private static Map<String, String> channels() {
        var channels = new LinkedHashMap<String, String>();
        for (var channel : Channel.values()) {
            channels.put(
                    InboxView.key(channel),
                    switch (channel) {
                        case WEB -> "Web";
                        case SMS -> "Text";
                        case EMAIL -> "E-mail";
                        case PHONE -> "Phone";
                    });
        }
        return channels;
    }

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        for (var kind : Reading.Kind.values()) {
            if (kind == Reading.Kind.AUTOMATIC || kind == Reading.Kind.THANKS) continue;
            var key = InboxView.key(kind);
            kinds.put(key, key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1));
        }
        return kinds;
    }

    private static Map<String, String> urgencies() {
        var urgencies = new LinkedHashMap<String, String>();
        urgencies.put("now", "Now");
        urgencies.put("soon", "Soon");
        return urgencies;
    }

    private static Map<String, String> ages() {
        var ages = new LinkedHashMap<String, String>();
        ages.put("day", "Within a day");
        ages.put("week", "Within a week");
        ages.put("month", "Within 30 days");
        ages.put("older-than-week", "More than a week ago");
        ages.put("older-than-month", "More than 30 days ago");
        return ages;
    }

    private static Map<String, String> assignees(Seat seat, List<Assignee> assignees) {
        var all = new LinkedHashMap<String, String>();
        var me = seat.staff().id;
        if (seat.works()) all.put(InboxView.assignee(me), "Me");
        all.put(InboxView.assignee(InboxFilter.NOBODY), "Nobody");
        for (var assignee : assignees) all.putIfAbsent(InboxView.assignee(assignee.id()), assignee.name());
        return all;
    }

    private static Map<String, String> contacts() {
        var contacts = new LinkedHashMap<String, String>();
        contacts.put("2", "2 or more");
        contacts.put("3", "3 or more");
        contacts.put("5", "5 or more");
        return contacts;
    }
}
