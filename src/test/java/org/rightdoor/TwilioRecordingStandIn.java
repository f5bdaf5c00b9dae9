package org.rightdoor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Twilio's recordings: the sound for whoever has the account's credentials, 404 while there is none. */
public class TwilioRecordingStandIn {

    private final Map<String, byte[]> sounds = new ConcurrentHashMap<>();

    TwilioRecordingStandIn(HttpServer server) {
        server.createContext(TwilioStandIn.ACCOUNT + "/Recordings/", this::recording);
    }

    /** From now on Twilio holds that recording. */
    public void hold(String sid, byte[] sound) {
        sounds.put(sid, sound);
    }

    private void recording(HttpExchange exchange) throws IOException {
        var file = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        var sound = file.endsWith(".mp3") ? sounds.get(file.replace(".mp3", "")) : null;
        if (!TwilioStandIn.isAuthorized(exchange)) TwilioStandIn.refuse(exchange, 401, 20003);
        else if (sound == null) TwilioStandIn.refuse(exchange, 404, 20404);
        else TwilioStandIn.answer(exchange, 200, "audio/mpeg", sound);
    }
}
