package org.rightdoor;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The Kubernetes resources of one directory and of those it builds on, read strictly: an unknown field is an error. */
record Manifests(List<HasMetadata> resources, List<String> configMaps) {

    static final Path ROOT = Path.of("k8s");

    private static final KubernetesSerialization TYPES = new KubernetesSerialization();

    static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                // fabric8's types would collect what they do not know.
                @Override
                public Boolean hasAnySetter(Annotated any) {
                    return false;
                }

                @Override
                public boolean hasIgnoreMarker(AnnotatedMember member) {
                    return member.getName().toLowerCase().contains("additionalpropert")
                            || super.hasIgnoreMarker(member);
                }
            });

    /** What {@code kubectl apply -k} would apply, patches beside what they patch. */
    static Manifests of(Path directory) {
        var kustomization = Kustomization.in(directory);
        var resources = new ArrayList<HasMetadata>();
        var configMaps = new ArrayList<>(kustomization.configMaps());
        for (var path : kustomization.files()) {
            if (Files.isDirectory(path)) {
                var base = of(path.normalize());
                resources.addAll(base.resources());
                configMaps.addAll(base.configMaps());
            } else {
                resources.addAll(read(path));
            }
        }
        return new Manifests(resources, configMaps);
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Those of an operator's kind. */
    List<GenericKubernetesResource> all(String kind) {
        return all(GenericKubernetesResource.class).stream()
                .filter(resource -> resource.getKind().equals(kind))
                .toList();
    }

    static List<HasMetadata> read(Path file) {
        return documents(file)
                .map(document -> typed(document, file))
                .filter(HasMetadata.class::isInstance)
                .map(HasMetadata.class::cast)
                .toList();
    }

    static Stream<Map<String, Object>> documents(Path file) {
        try {
            return StreamSupport.stream(
                            new Yaml().loadAll(Files.readString(file)).spliterator(), false)
                    .map(Manifests::fields);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** It as Kubernetes or an operator knows it. */
    static KubernetesResource typed(Map<String, Object> document, Path file) {
        var version = String.valueOf(document.get("apiVersion"));
        var kind = String.valueOf(document.get("kind"));
        if (PublishedSchema.knows(version, kind)) {
            var faults = PublishedSchema.faults(document);
            if (!faults.isEmpty()) throw new IllegalArgumentException(file + ": " + String.join("; ", faults));
            return new ObjectMapper().convertValue(document, GenericKubernetesResource.class);
        }
        var type = TYPES.getRegisteredKubernetesResource(version, kind);
        if (type == null) throw new IllegalArgumentException(file + ": there is no " + kind + " in " + version);
        return STRICT.convertValue(document, type);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object document) {
        return (Map<String, Object>) document;
    }
}
