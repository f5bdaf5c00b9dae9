package org.rightdoor;

import io.smallrye.config.EnvConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;

/**
 * Settings from mounted files, as Docker and Kubernetes hand out secrets: {@code RIGHTDOOR_API_KEY_FILE=/run/secrets/key}
 * stands for {@code RIGHTDOOR_API_KEY} with what is in that file.
 */
public final class SecretFiles implements ConfigSourceProvider {

    private static final String ENDING = "_FILE";
    private static final List<String> OURS = List.of("RIGHTDOOR_", "TWILIO_");

    /** Above the environment itself, which has 300. */
    private static final int ORDINAL = 305;

    @Override
    public Iterable<ConfigSource> getConfigSources(ClassLoader loader) {
        return List.of(new EnvConfigSource(read(System.getenv()), ORDINAL));
    }

    /** @throws IllegalArgumentException naming the setting whose file cannot be read */
    static Map<String, String> read(Map<String, String> environment) {
        var found = new HashMap<String, String>();
        environment.forEach((name, file) -> {
            if (!name.endsWith(ENDING) || OURS.stream().noneMatch(name::startsWith)) return;
            try {
                found.put(
                        name.substring(0, name.length() - ENDING.length()),
                        Files.readString(Path.of(file)).strip());
            } catch (IOException unreadable) {
                throw new IllegalArgumentException(name + ": " + file + " cannot be read.");
            }
        });
        return found;
    }
}
