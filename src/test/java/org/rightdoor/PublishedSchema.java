package org.rightdoor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an operator's resources may hold, as it publishes it; {@code src/test/resources/kubernetes/README.md} says where each
 * file is from. A field that is not in it is a fault; what Kubernetes itself defines is left to its own types.
 */
final class PublishedSchema {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OF_KUBERNETES = "kubernetes:";

    private static final Map<String, PublishedSchema> OPERATORS = Map.of(
            "postgresql.cnpg.io/v1",
            read("cloudnative-pg.json"),
            "barmancloud.cnpg.io/v1",
            read("cloudnative-pg.json"),
            "monitoring.coreos.com/v1",
            read("prometheus-operator.json"));

    private static final Set<String> CORE_PACKAGES = Set.of("", "apps.");

    private final JsonNode types;

    private PublishedSchema(JsonNode types) {
        this.types = types;
    }

    static boolean knows(String apiVersion, String kind) {
        return OPERATORS.containsKey(apiVersion)
                && OPERATORS.get(apiVersion).types.has("I" + kind);
    }

    /** Each fault says where it is; empty when there is none. */
    static List<String> faults(Map<String, Object> document) {
        var schema = OPERATORS.get(String.valueOf(document.get("apiVersion")));
        var faults = new ArrayList<String>();
        var kind = String.valueOf(document.get("kind"));
        schema.check(JSON.valueToTree(document), schema.types.get("I" + kind), kind, faults);
        return faults;
    }

    private void check(JsonNode value, JsonNode type, String where, List<String> faults) {
        if (type.has("$ref")) {
            var name = type.get("$ref").asText();
            if (!name.startsWith(OF_KUBERNETES)) check(value, types.get(name), where, faults);
            else if (!isOfKubernetes(value, name.substring(OF_KUBERNETES.length())))
                faults.add(where + " is no " + name.substring(OF_KUBERNETES.length()));
        } else if (type.has("enum")) {
            if (!contains(type.get("enum"), value)) faults.add(where + " is none of " + type.get("enum"));
        } else if (type.has("type") && !hasType(value, type.get("type"))) {
            faults.add(where + " should be " + type.get("type"));
        } else if (value.isObject()) {
            checkFields(value, type, where, faults);
        } else if (value.isArray()) {
            for (var i = 0; i < value.size(); i++) check(value.get(i), type.get("items"), where + "/" + i, faults);
        }
    }

    private void checkFields(JsonNode value, JsonNode type, String where, List<String> faults) {
        type.path("required").forEach(field -> {
            if (!value.has(field.asText())) faults.add(where + " lacks " + field.asText());
        });
        value.properties().forEach(field -> {
            var known = type.path("properties").has(field.getKey())
                    ? type.get("properties").get(field.getKey())
                    : type.path("additionalProperties");
            var at = where + "/" + field.getKey();
            if (known.isObject()) check(field.getValue(), known, at, faults);
            else if (type.size() > 0) faults.add(at + " is unknown");
        });
    }

    private static boolean hasType(JsonNode value, JsonNode type) {
        if (type.isArray()) return value.isTextual() || value.isNumber();
        return switch (type.asText()) {
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            default -> value.isObject();
        };
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (var allowed : values) if (allowed.equals(value)) return true;
        return false;
    }

    private static boolean isOfKubernetes(JsonNode value, String name) {
        for (var folder : CORE_PACKAGES) {
            try {
                var type = Class.forName("io.fabric8.kubernetes.api.model." + folder + name);
                Manifests.STRICT.convertValue(value, type);
                return true;
            } catch (ClassNotFoundException elsewhere) {
                continue;
            } catch (IllegalArgumentException unknownField) {
                return false;
            }
        }
        throw new IllegalStateException("Which type of fabric8's is " + name + "?");
    }

    private static PublishedSchema read(String file) {
        try (var in = PublishedSchema.class.getResourceAsStream("/kubernetes/" + file)) {
            return new PublishedSchema(JSON.readTree(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
