package org.rightdoor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Files of messages (https://www.twilio.com/docs/messaging/api/media-resource): asked for with the account's credentials,
 * answered with a redirect to a store that wants none.
 */
public class TwilioMediaStandIn {

    private record File(String type, byte[] content, String location) {}

    private static final String STORE = "/store/";

    private final Map<String, File> files = new ConcurrentHashMap<>();

    /** Sids of the files that were asked for, in order, with the answer. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    TwilioMediaStandIn(HttpServer server) {
        server.createContext(TwilioStandIn.ACCOUNT + "/Messages/", this::api);
        server.createContext(STORE, this::store);
    }

    /** The address of a file, as it stands in the webhook: always at Twilio's own host. */
    public static String address(String sid) {
        return "https://api.twilio.com" + TwilioStandIn.ACCOUNT + "/Messages/MM1/Media/" + sid;
    }

    public void hold(String sid, String type, byte[] content) {
        files.put(sid, new File(type, content, STORE + sid));
    }

    /** Asked for that file, Twilio redirects somewhere else. */
    public void holdElsewhere(String sid, String location) {
        files.put(sid, new File(null, null, location));
    }

    private void api(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var sid = path.substring(path.lastIndexOf('/') + 1);
        var file = files.get(sid);
        if (!TwilioStandIn.isAuthorized(exchange)) {
            asked.add(sid + " without credentials");
            TwilioStandIn.refuse(exchange, 401, 20003);
        } else if (file == null) {
            asked.add(sid + " not there");
            TwilioStandIn.refuse(exchange, 404, 20404);
        } else {
            asked.add(sid);
            exchange.getResponseHeaders().add("Location", file.location());
            TwilioStandIn.answer(exchange, 307, "text/plain", new byte[0]);
        }
    }

    private void store(HttpExchange exchange) throws IOException {
        var file = files.get(exchange.getRequestURI().getPath().substring(STORE.length()));
        if (exchange.getRequestHeaders().containsKey("Authorization")) {
            asked.add("credentials were given away");
            TwilioStandIn.answer(exchange, 400, "text/plain", new byte[0]);
            return;
        }
        TwilioStandIn.answer(exchange, 200, file.type(), file.content());
    }
}
