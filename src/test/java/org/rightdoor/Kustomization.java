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
        List<Labels> labels,
        List<Image> images,
        List<Generator> configMapGenerator,
        List<Patch> patches,
        Path directory) {

    record Labels(java.util.Map<String, String> pairs) {}

    record Image(String name, String newName, String newTag) {}

    record Generator(String name, String behavior, List<String> literals) {}

    record Patch(String path) {}

    static Kustomization in(Path directory) {
        var document = Manifests.documents(directory.resolve("kustomization.yaml"))
                .findFirst()
                .orElseThrow();
        document.put("directory", directory.toString());
        return new ObjectMapper().convertValue(document, Kustomization.class);
    }

    /** All files and directories that it names. */
    List<Path> files() {
        return Stream.concat(resources.stream(), orNone(patches).map(Patch::path))
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
