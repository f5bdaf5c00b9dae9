package org.rightdoor.routing;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML file as entries that know their line. It stops at YAML's nodes: no Java object is ever built from a file, and
 * every node still knows where it stood.
 */
public final class YamlFile {

    private final Path file;
    private final Faults faults;
    private final Optional<Node> root;
    private final Optional<Entry> whole;
    private boolean readable;

    /** Opens the file; one that is missing or is not YAML is a fault and has no entries. */
    public YamlFile(Path file, Faults faults) {
        this(file, TextFile.read(file, faults), faults);
    }

    /** What could stand in a file of that name. */
    public static YamlFile ofText(Path name, String text, Faults faults) {
        return new YamlFile(name, Optional.of(text), faults);
    }

    private YamlFile(Path file, Optional<String> text, Faults faults) {
        this.file = file;
        this.faults = faults;
        this.readable = text.isPresent();
        this.root = text.flatMap(this::compose);
        this.whole = root.filter(MappingNode.class::isInstance).map(node -> entry((MappingNode) node));
    }

    /** The file as one entry. */
    public <T> Optional<T> one(Function<Entry, T> reader) {
        if (whole.isEmpty()) {
            complain("must hold keys and values, such as name: ...");
        }
        return whole.map(entry -> read(entry, reader));
    }

    /** The file as entries that each stand under their own key, in the order of the file. */
    public <T> Map<String, T> byKey(Function<Entry, T> reader) {
        var byKey = new LinkedHashMap<String, T>();
        if (whole.isEmpty() && root.isPresent()) {
            complain("must hold entries that each stand under their own key");
        }
        whole.ifPresent(entries -> entries.keys()
                .forEach(key -> entries.nested(key).ifPresent(entry -> byKey.put(key, read(entry, reader)))));
        return byKey;
    }

    /** The keys of the file as the names of a noun. */
    public Names names(String noun) {
        return new Names(noun, whole.map(Entry::keys).orElse(Set.of()), readable);
    }

    /** The file as a list of entries. */
    public <T> List<T> list(Function<Entry, T> reader) {
        var all = new ArrayList<T>();
        if (root.isPresent() && root.get() instanceof SequenceNode list) {
            for (var node : list.getValue()) {
                if (node instanceof MappingNode mapping) {
                    all.add(read(entry(mapping), reader));
                } else {
                    faults.add(file, Entry.line(node), "must be an entry with keys, such as id: ...");
                }
            }
        } else if (root.isPresent()) {
            complain("must be a list of entries that each begin with a dash, such as - id: ...");
        }
        return all;
    }

    private Entry entry(MappingNode node) {
        return new Entry(new Place(file, Entry.line(node)), "", node, faults);
    }

    private static <T> T read(Entry entry, Function<Entry, T> reader) {
        var value = reader.apply(entry);
        entry.reportUnknownKeys();
        return value;
    }

    private void complain(String reason) {
        if (readable) {
            faults.add(file, root.map(Entry::line).orElse(1), reason);
        }
    }

    private Optional<Node> compose(String text) {
        try {
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            return Optional.ofNullable(yaml.compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            notYaml(mark == null ? 1 : mark.getLine() + 1, e.getProblem());
        } catch (YAMLException e) {
            notYaml(1, e.getMessage());
        }
        return Optional.empty();
    }

    private void notYaml(int line, String problem) {
        readable = false;
        faults.add(file, line, "not YAML: " + problem.lines().findFirst().orElse(""));
    }
}
