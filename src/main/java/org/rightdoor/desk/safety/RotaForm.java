package org.rightdoor.desk.safety;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rightdoor.people.Address;
import org.rightdoor.safety.OnCall;
import org.rightdoor.safety.Rota;

/** What an administrator has typed about who is called. Fields: people-CATEGORY, oncall-staff, -day, -from, -to, minutes, fallback. */
record RotaForm(MultivaluedMap<String, String> typed, Set<String> categories, Set<Long> staff) {

    private static final int LONGEST_MINUTES = 240;

    /** What is wrong with it, in words for the page; empty when it can be kept. */
    Optional<String> fault() {
        var minutes = number("minutes");
        if (minutes == null || minutes < 1 || minutes > LONGEST_MINUTES) {
            return Optional.of("Give each person 1 to " + LONGEST_MINUTES + " minutes.");
        }
        for (var row = 0; row < rows(); row++) {
            if (at("oncall-staff", row).isEmpty()) continue;
            if (time(at("oncall-from", row)) == null || time(at("oncall-to", row)) == null) {
                return Optional.of("Say from when and until when somebody is on call, such as 17:00 and 08:00.");
            }
        }
        return typed.keySet().stream()
                .filter(name -> name.startsWith("phone-"))
                .map(typed::getFirst)
                .filter(phone -> !phone.isBlank() && Address.phone(phone).isEmpty())
                .map(phone -> phone + " is not a telephone number.")
                .findFirst();
    }

    Rota rota() {
        var people = new LinkedHashMap<String, List<Long>>();
        take(Rota.ALL, people);
        categories.forEach(category -> take(category, people));
        var fallback = number("fallback");
        return new Rota(
                people,
                onCall(),
                fallback != null && staff.contains(fallback) ? fallback : null,
                number("minutes").intValue());
    }

    /** Telephone numbers by id of staff; an empty one is taken away. */
    Map<Long, String> phones() {
        var phones = new LinkedHashMap<Long, String>();
        typed.forEach((name, values) -> {
            if (!name.startsWith("phone-")) return;
            var id = id(name.substring("phone-".length()));
            if (id != null && staff.contains(id))
                phones.put(id, Address.phone(values.get(0)).orElse(null));
        });
        return phones;
    }

    private void take(String category, Map<String, List<Long>> people) {
        var ids = new LinkedHashSet<Long>();
        for (var value : typed.getOrDefault("people-" + category, List.of())) {
            var id = id(value);
            if (id != null && staff.contains(id)) ids.add(id);
        }
        if (!ids.isEmpty()) people.put(category, List.copyOf(ids));
    }

    /** A row without a person is left out; day 0 stands for every day. */
    private List<OnCall> onCall() {
        var spans = new ArrayList<OnCall>();
        for (var row = 0; row < rows(); row++) {
            var person = id(at("oncall-staff", row));
            if (person == null || !staff.contains(person)) continue;
            var day = id(at("oncall-day", row));
            var from = time(at("oncall-from", row));
            var to = time(at("oncall-to", row));
            for (var each : DayOfWeek.values()) {
                if (day == null || day == 0 || day == each.getValue()) spans.add(new OnCall(person, each, from, to));
            }
        }
        return spans;
    }

    private int rows() {
        return typed.getOrDefault("oncall-staff", List.of()).size();
    }

    private String at(String name, int row) {
        var values = typed.getOrDefault(name, List.of());
        return row < values.size() ? values.get(row).strip() : "";
    }

    private Long number(String name) {
        return id(typed.getFirst(name));
    }

    private static Long id(String text) {
        return text == null || !text.strip().matches("\\d{1,18}") ? null : Long.valueOf(text.strip());
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
