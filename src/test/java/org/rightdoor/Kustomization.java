package org.rightdoor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** As much of a kustomization.yaml as ours use; anything else in one is an error. */
record Kustomization(
        String apiVersion,
        String kind,
        String namespace,
        List<String> resources,
        List<String> components,
        GeneratorOptions generatorOptions,
        List<Labels> labels,
        List<Image> images,
        List<Generator> configMapGenerator,
        List<Patch> patches,
        Path directory) {

    record Labels(java.util.Map<String, String> pairs) {}

    record Image(String name, String newName, String newTag) {}

    record Generator(
            String name, String behavior, List<String> literals, List<String> files, GeneratorOptions options) {}

    record GeneratorOptions(boolean disableNameSuffixHash, java.util.Map<String, String> labels) {}

    record Patch(String path) {}

    static Kustomization in(Path directory) {
        var document = Manifests.documents(directory.resolve("kustomization.yaml"))
                .findFirst()
                .orElseThrow();
        document.put("directory", directory.toString());
        return new ObjectMapper().convertValue(document, Kustomization.class);
    }

    /** All manifests and directories that it names. */
    List<Path> files() {
        return Stream.of(orNone(resources), orNone(components), orNone(patches).map(Patch::path))
                .flatMap(paths -> paths)
                .map(directory::resolve)
                .toList();
    }

    /** Files whose content goes into configurations. */
    List<Path> contents() {
        return orNone(configMapGenerator)
                .flatMap(generator -> orNone(generator.files()))
                .map(directory::resolve)
                .toList();
    }

    /** Names of the configurations it makes itself. */
    List<String> configMaps() {
        return orNone(configMapGenerator)
                .filter(generator -> !Objects.equals(generator.behavior(), "merge"))
                .map(Generator::name)
                .toList();
    }

    private static <T> Stream<T> orNone(List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }
}
