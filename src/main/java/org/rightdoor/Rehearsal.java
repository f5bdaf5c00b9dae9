package org.rightdoor;

import io.quarkus.runtime.Quarkus;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.Map;

/**
 * A start that ends as soon as it serves. While it runs the Java machine writes down which classes a start loads and, from Java 25
 * on, how they are linked and what is hot in them, so that those after it find that in one file: {@code bin/rightdoor} has it done
 * once after each build, {@code k8s/Dockerfile} once for each image.
 */
@ApplicationScoped
class Rehearsal {

    private static final String SETTING = "org.rightdoor.rehearsal";

    /** It listens where nobody comes by. */
    static Map<String, String> settings() {
        return Map.of(SETTING, "true", "quarkus.http.port", "0");
    }

    void end(@ObservesAsync HttpServerStart start) {
        if (Boolean.getBoolean(SETTING)) Quarkus.asyncExit();
    }
}
