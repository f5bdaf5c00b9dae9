package org.rightdoor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The documents that {@code kubectl kustomize} puts together, by the same rules as far as ours use them; only that the names
 * of configurations carry no hash of their content.
 */
final class Rendered {

    private final List<Map<String, Object>> documents = new ArrayList<>();

    private Rendered() {}

    static List<Map<String, Object>> of(Path directory) {
        var rendered = new Rendered();
        rendered.add(directory);
        return rendered.documents;
    }

    private void add(Path directory) {
        var kustomization = Kustomization.in(directory);
        for (var path : orNone(kustomization.resources())) resource(directory.resolve(path));
        for (var path : orNone(kustomization.components())) add(directory.resolve(path));
        for (var generator : orNone(kustomization.configMapGenerator())) configure(generator, kustomization);
        for (var patch : orNone(kustomization.patches()))
            Manifests.documents(directory.resolve(patch.path())).forEach(this::patch);
        for (var labels : orNone(kustomization.labels()))
            documents.forEach(document -> fields(metadata(document), "labels").putAll(labels.pairs()));
        for (var image : orNone(kustomization.images())) documents.forEach(document -> rename(document, image));
        if (kustomization.namespace() != null) documents.forEach(document -> move(document, kustomization.namespace()));
    }

    private void resource(Path path) {
        if (!Files.isDirectory(path)) {
            Manifests.documents(path).forEach(documents::add);
            return;
        }
        documents.addAll(of(path));
    }

    private void configure(Kustomization.Generator generator, Kustomization kustomization) {
        var document = Objects.equals(generator.behavior(), "merge")
                ? find("ConfigMap", generator.name())
                : configuration(generator, kustomization);
        var data = fields(document, "data");
        for (var literal : orNone(generator.literals())) {
            var is = literal.indexOf('=');
            data.put(literal.substring(0, is), literal.substring(is + 1));
        }
        for (var file : orNone(generator.files())) {
            var path = kustomization.directory().resolve(file);
            data.put(path.getFileName().toString(), text(path));
        }
    }

    private Map<String, Object> configuration(Kustomization.Generator generator, Kustomization kustomization) {
        Map<String, Object> made = new HashMap<>(Map.of("apiVersion", "v1", "kind", "ConfigMap"));
        metadata(made).put("name", generator.name());
        for (var options : new Kustomization.GeneratorOptions[] {kustomization.generatorOptions(), generator.options()})
            if (options != null && options.labels() != null)
                fields(metadata(made), "labels").putAll(options.labels());
        documents.add(made);
        return made;
    }

    private void patch(Map<String, Object> patch) {
        StrategicMerge.into(
                find((String) patch.get("kind"), (String) metadata(patch).get("name")), patch);
    }

    private Map<String, Object> find(String kind, String name) {
        return documents.stream()
                .filter(document -> kind.equals(document.get("kind"))
                        && name.equals(metadata(document).get("name")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + kind + " " + name + " to change."));
    }

    private static void rename(Object value, Kustomization.Image image) {
        if (value instanceof List<?> list) list.forEach(item -> rename(item, image));
        if (!(value instanceof Map<?, ?> map)) return;
        for (var entry : StrategicMerge.fields(map).entrySet()) {
            if (entry.getKey().equals("image") && entry.getValue() instanceof String named && isNamed(named, image))
                entry.setValue(image.newName() + ":" + image.newTag());
            else rename(entry.getValue(), image);
        }
    }

    private static boolean isNamed(String image, Kustomization.Image change) {
        return image.equals(change.name()) || image.startsWith(change.name() + ":");
    }

    private static void move(Map<String, Object> document, String namespace) {
        if (document.get("kind").equals("Namespace")) metadata(document).put("name", namespace);
        else metadata(document).put("namespace", namespace);
    }

    private static Map<String, Object> metadata(Map<String, Object> document) {
        return fields(document, "metadata");
    }

    private static Map<String, Object> fields(Map<String, Object> document, String name) {
        return StrategicMerge.fields(document.computeIfAbsent(name, absent -> new HashMap<String, Object>()));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
