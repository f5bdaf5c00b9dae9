package org.rightdoor.channel.sms;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.rightdoor.Config;

/**
 * Where files of text messages are fetched from: Twilio's API, with our credentials, and the stores that it redirects to,
 * without them (https://www.twilio.com/docs/messaging/api/media-resource). From nowhere else, whatever a message says.
 */
record MediaHosts(String account, URI base) {

    static final String API = "api.twilio.com";
    private static final Set<String> STORES = Set.of("mms.twiliocdn.com", "media.twiliocdn.com");

    /** Amazon's host is everybody's; only this folder is Twilio's. */
    private static final String SHARED_STORE = "s3-external-1.amazonaws.com";

    private static final String FOLDER_IN_SHARED_STORE = "/media.twiliocdn.com/";

    static MediaHosts of(Config.Twilio twilio) {
        return new MediaHosts(
                twilio.accountSid().orElseThrow(), twilio.apiBase().orElse(null));
    }

    /**
     * Where to ask for a file of a message: the other host in Twilio's place where one is configured.
     *
     * @throws IllegalArgumentException when it is no file of our account at Twilio
     */
    URI api(String address) {
        var uri = URI.create(address);
        var path = uri.normalize().getRawPath();
        var isOurs = path != null && path.startsWith("/2010-04-01/Accounts/" + account + "/");
        if (!isOurs || !isPlain(uri) || !(isHttpsAt(uri, API) || isBase(uri))) throw notTwilios(uri);
        return base == null ? uri : URI.create(base.toString().replaceAll("/$", "") + path);
    }

    /** @throws IllegalArgumentException when Twilio would not redirect there */
    URI store(URI from, String location) {
        var uri = from.resolve(location);
        var isTwilios = STORES.stream().anyMatch(host -> isHttpsAt(uri, host))
                || isHttpsAt(uri, SHARED_STORE) && uri.normalize().getRawPath().startsWith(FOLDER_IN_SHARED_STORE)
                || isBase(uri);
        if (!isTwilios || !isPlain(uri)) throw notTwilios(uri);
        return uri;
    }

    private boolean isBase(URI uri) {
        return base != null
                && base.getScheme().equalsIgnoreCase(uri.getScheme())
                && base.getAuthority().equalsIgnoreCase(uri.getAuthority());
    }

    private static boolean isHttpsAt(URI uri, String host) {
        return "https".equalsIgnoreCase(uri.getScheme())
                && uri.getHost() != null
                && uri.getHost().toLowerCase(Locale.ROOT).equals(host)
                && (uri.getPort() == -1 || uri.getPort() == 443);
    }

    private static boolean isPlain(URI uri) {
        return uri.getRawUserInfo() == null;
    }

    private static IllegalArgumentException notTwilios(URI uri) {
        return new IllegalArgumentException("It does not lie with Twilio but at " + uri.getHost() + ".");
    }
}
