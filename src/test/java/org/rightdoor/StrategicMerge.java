package org.rightdoor;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Kubernetes' strategic merge: lists of things with a name are changed thing by thing, null takes a field away. */
final class StrategicMerge {

    /** What tells one from another, by the name of the list. */
    private static final Map<String, String> KEYS = Map.of(
            "containers", "name",
            "initContainers", "name",
            "env", "name",
            "volumes", "name",
            "volumeMounts", "mountPath",
            "ports", "containerPort");

    private StrategicMerge() {}

    static void into(Map<String, Object> held, Map<String, Object> patch) {
        patch.forEach((field, value) -> {
            if (value == null) held.remove(field);
            else held.put(field, merged(field, held.get(field), value));
        });
    }

    /** The same with the things of such lists in the order of their names, so that two can be compared. */
    static Object sorted(String field, Object value) {
        if (value instanceof Map<?, ?> map) {
            var all = new HashMap<String, Object>();
            fields(map).forEach((name, inner) -> all.put(name, sorted(name, inner)));
            return all;
        }
        if (!(value instanceof List<?> list)) return value;
        var items = list.stream().map(item -> sorted("", item));
        return hasKeys(field, list)
                ? items.collect(Collectors.toMap(item -> key(field, item), item -> item))
                : items.toList();
    }

    private static Object merged(String field, Object held, Object value) {
        if (value instanceof Map<?, ?> map) {
            var all = new HashMap<String, Object>(held instanceof Map<?, ?> before ? fields(before) : Map.of());
            into(all, fields(map));
            return all;
        }
        if (!(value instanceof List<?> list) || !hasKeys(field, list) || !(held instanceof List<?> before))
            return value;
        var things = new LinkedHashMap<Object, Object>();
        for (var thing : before) things.put(key(field, thing), thing);
        for (var thing : list) things.merge(key(field, thing), thing, (old, change) -> merged("", old, change));
        return List.copyOf(things.values());
    }

    // Ports of a network policy have none.
    private static boolean hasKeys(String field, List<?> list) {
        return KEYS.containsKey(field) && list.stream().allMatch(thing -> key(field, thing) != null);
    }

    private static Object key(String field, Object thing) {
        return fields(thing).get(KEYS.get(field));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> fields(Object map) {
        return (Map<String, Object>) map;
    }
}
