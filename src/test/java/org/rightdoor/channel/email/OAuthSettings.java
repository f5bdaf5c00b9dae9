package org.rightdoor.channel.email;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.Optional;
import org.rightdoor.Config;

/** Settings as an installation with tokens instead of passwords makes them. */
final class OAuthSettings {

    static final AccessTokens NO_TOKENS = new AccessTokens(with(null, Optional.empty()));

    private OAuthSettings() {}

    static Config.OAuth with(URI tokenUrl, Optional<String> secretExpires) {
        var values = new HashMap<String, String>();
        if (tokenUrl != null) values.put("rightdoor.mail.oauth.token-url", tokenUrl.toString());
        values.put("rightdoor.mail.oauth.client-id", "door");
        values.put("rightdoor.mail.oauth.client-secret", "sesame & more");
        secretExpires.ifPresent(day -> values.put("rightdoor.mail.oauth.secret-expires", day));
        return read(values).mail().oauth();
    }

    static Config config(Config.OAuth oauth, Optional<Integer> silence) {
        var values = new HashMap<String, String>();
        oauth.secretExpires().ifPresent(day -> values.put("rightdoor.mail.oauth.secret-expires", day));
        silence.ifPresent(minutes -> values.put("rightdoor.mail.silence-alarm", minutes.toString()));
        return read(values);
    }

    private static Config read(HashMap<String, String> values) {
        values.put("quarkus.http.port", "8080");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(Config.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(Config.class);
    }
}
