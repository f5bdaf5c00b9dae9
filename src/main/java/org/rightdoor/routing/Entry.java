package org.rightdoor.routing;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Keys and values in a YAML file. A getter that cannot give what it is asked for records a fault and returns something
 * harmless, so that reading goes on and finds the other faults too. Keys that no getter asked for are faults as well.
 */
public final class Entry {

    /** One text of a list and where it stands. */
    public record Item(String text, Place place) {}

    private final Place place;
    private final String key;
    private final Faults faults;
    private final Map<String, NodeTuple> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<Entry> nested = new ArrayList<>();

    /** @param place where the key stands, or the first key of an entry without one */
    Entry(Place place, String key, MappingNode node, Faults faults) {
        this.place = place;
        this.key = key;
        this.faults = faults;
        for (var tuple : node.getValue()) {
            var name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            var earlier = values.putIfAbsent(name, tuple);
            if (earlier != null) {
                faults.add(
                        at(tuple.getKeyNode()),
                        "duplicate key " + name + ", first on line " + line(earlier.getKeyNode()));
            }
        }
    }

    /** The key under which this entry stands; empty for an entry of a list. */
    public String key() {
        return key;
    }

    public Place place() {
        return place;
    }

    /** Where the value of this key stands; the entry itself where the key is missing. */
    public Place place(String name) {
        var tuple = values.get(name);
        return tuple == null ? place : at(tuple.getKeyNode());
    }

    public void fault(String name, String reason) {
        faults.add(place(name), reason);
    }

    public void fault(Place place, String reason) {
        faults.add(place, reason);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The keys in the order of the file, for an entry in which any key may stand. */
    public Set<String> keys() {
        asked.addAll(values.keySet());
        return values.keySet();
    }

    /** The text of a key that must be there. */
    public String text(String name) {
        return required(name, optionalText(name)).orElse("");
    }

    public Optional<String> optionalText(String name) {
        return value(name).flatMap(value -> scalar(name, value));
    }

    /** A text that may be there and may be empty. */
    public Optional<String> optionalNote(String name) {
        var value = value(name);
        return value.isPresent()
                        && value.get() instanceof ScalarNode scalar
                        && scalar.getValue().isBlank()
                ? Optional.of("")
                : optionalText(name);
    }

    /** The text of a key that must be there and must be one of the names. */
    public String oneOf(String name, Names names) {
        return required(name, optionalOneOf(name, names)).orElse("");
    }

    public Optional<String> optionalOneOf(String name, Names names) {
        var text = optionalText(name);
        text.flatMap(names::complaint).ifPresent(complaint -> fault(name, complaint));
        return text;
    }

    /** A list of texts, or one text without the list; empty when the key is missing. */
    public List<Item> items(String name) {
        var value = value(name);
        if (value.isEmpty() || !(value.get() instanceof SequenceNode list)) {
            return optionalText(name)
                    .map(text -> List.of(new Item(text, place(name))))
                    .orElse(List.of());
        }
        if (list.getValue().isEmpty()) {
            fault(name, name + " is empty");
        }
        return list.getValue().stream()
                .flatMap(node -> scalar(name, node).map(text -> new Item(text, at(node))).stream())
                .toList();
    }

    /** The texts of {@link #items}. */
    public List<String> texts(String name) {
        return items(name).stream().map(Item::text).toList();
    }

    /** Like {@link #texts}, and every one must be one of the names. */
    public List<String> someOf(String name, Names names) {
        var items = items(name);
        items.forEach(item -> names.complaint(item.text()).ifPresent(complaint -> faults.add(item.place(), complaint)));
        return items.stream().map(Item::text).toList();
    }

    /** A text by language that must be there, in English at least. */
    public LocalText localText(String name) {
        return required(name, optionalLocalText(name)).orElse(new LocalText(Map.of()));
    }

    public Optional<LocalText> optionalLocalText(String name) {
        return nested(name).map(texts -> {
            var byLanguage = new LinkedHashMap<String, String>();
            for (var language : texts.keys()) {
                Names.languages().complaint(language).ifPresent(complaint -> texts.fault(language, complaint));
                byLanguage.put(language, texts.text(language));
            }
            if (!byLanguage.containsKey("en")) {
                fault(name, name + " has no English text (en)");
            }
            return new LocalText(Map.copyOf(byLanguage));
        });
    }

    /** A value that must be there and have a shape, which {@code shape} describes as in "a date such as 2027-07-31". */
    public <T> Optional<T> parsed(String name, Function<String, T> parse, String shape) {
        return required(name, optionalParsed(name, parse, shape));
    }

    public <T> Optional<T> optionalParsed(String name, Function<String, T> parse, String shape) {
        return optionalText(name).flatMap(text -> {
            try {
                return Optional.of(parse.apply(text));
            } catch (DateTimeException | IllegalArgumentException e) {
                fault(name, name + ": " + text + " is not " + shape);
                return Optional.empty();
            }
        });
    }

    /** The keys and values that stand under this key. */
    public Optional<Entry> nested(String name) {
        var value = value(name);
        if (value.isPresent() && value.get() instanceof MappingNode mapping) {
            var entry = new Entry(place(name), name, mapping, faults);
            nested.add(entry);
            return Optional.of(entry);
        }
        value.ifPresent(other -> fault(name, name + " must hold keys and values, such as {en: ...}"));
        return Optional.empty();
    }

    /** A list of entries that each begin with a dash; empty when the key is missing. */
    public List<Entry> entries(String name) {
        var value = value(name);
        if (value.isEmpty()) return List.of();
        if (!(value.get() instanceof SequenceNode list)) {
            fault(name, name + " must be a list of entries that each begin with a dash");
            return List.of();
        }
        var entries = new ArrayList<Entry>();
        for (var node : list.getValue()) {
            if (node instanceof MappingNode mapping) entries.add(new Entry(at(node), "", mapping, faults));
            else faults.add(at(node), name + " must hold entries with keys and values");
        }
        nested.addAll(entries);
        return entries;
    }

    public Optional<Entry> requiredNested(String name) {
        return required(name, nested(name));
    }

    void reportUnknownKeys() {
        var names = Names.of("key", asked);
        values.keySet().forEach(name -> names.complaint(name).ifPresent(complaint -> fault(name, complaint)));
        nested.forEach(Entry::reportUnknownKeys);
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private Place at(Node node) {
        return new Place(place.file(), line(node));
    }

    private <T> Optional<T> required(String name, Optional<T> value) {
        if (!values.containsKey(name)) {
            fault(name, (key.isEmpty() ? "" : key + ": ") + name + " is missing");
        }
        return value;
    }

    private Optional<Node> value(String name) {
        asked.add(name);
        return Optional.ofNullable(values.get(name)).map(NodeTuple::getValueNode);
    }

    private Optional<String> scalar(String name, Node value) {
        if (!(value instanceof ScalarNode scalar)) {
            faults.add(at(value), name + " must be a text");
            return Optional.empty();
        }
        var text = scalar.getValue().strip();
        if (text.isEmpty() || Tag.NULL.equals(value.getTag())) {
            faults.add(at(value), name + " is empty");
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
