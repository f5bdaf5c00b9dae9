package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

    @TempDir
    Path mounted;

    @Test
    void A_mounted_file_stands_for_the_setting_and_wins_over_the_environment() throws IOException {
        var file = Files.writeString(mounted.resolve("secret"), "from the file\n");
        var read = SecretFiles.read(Map.of(
                "RIGHTDOOR_OIDC_CLIENT_SECRET_FILE", file.toString(),
                "TWILIO_AUTH_TOKEN_FILE", file.toString(),
                "SOMEBODY_ELSES_FILE", "/nowhere"));
        assertThat(read).containsOnlyKeys("RIGHTDOOR_OIDC_CLIENT_SECRET", "TWILIO_AUTH_TOKEN");
        var config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(Map.of("RIGHTDOOR_OIDC_CLIENT_SECRET", "from the environment"), 300))
                .withSources(new EnvConfigSource(read, 305))
                .build();
        assertThat(config.getValue("rightdoor.oidc.client-secret", String.class))
                .isEqualTo("from the file");
        assertThat(config.getValue("TWILIO_AUTH_TOKEN", String.class)).isEqualTo("from the file");
    }

    @Test
    void A_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> SecretFiles.read(Map.of("RIGHTDOOR_API_KEY_FILE", "/nowhere/key")))
                .hasMessageContaining("RIGHTDOOR_API_KEY_FILE")
                .hasMessageContaining("/nowhere/key");
    }

    @Test
    void The_application_asks_it() {
        assertThat(ServiceLoader.load(ConfigSourceProvider.class)).anyMatch(SecretFiles.class::isInstance);
    }
}
