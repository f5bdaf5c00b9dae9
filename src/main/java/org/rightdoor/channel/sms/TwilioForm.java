package org.rightdoor.channel.sms;

import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The parameters of a request of Twilio's, any number of them under any name, each perhaps more than once. */
public record TwilioForm(Map<String, List<String>> parameters) {

    private static final int MOST_PARAMETERS = 1_000;

    /**
     * Reads a body of type {@code application/x-www-form-urlencoded}.
     *
     * @throws IllegalArgumentException when it is no such thing
     */
    static TwilioForm parse(String body) {
        var decoder = new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_PARAMETERS, true);
        return new TwilioForm(decoder.parameters());
    }

    /** The first value under that name; null where it is missing or empty. */
    public String get(String name) {
        var values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
    }

    /** The first value under that name; a form without it is turned away. */
    public String require(String name) {
        var value = get(name);
        if (value == null) throw new Refused(Response.Status.BAD_REQUEST, name + " is missing.");
        return value;
    }

    /**
     * The parameters in the form that Twilio's validator takes, which knows one value a name. It signs name and value
     * without anything between them, and a repeated name with each different value in order; joining the values by their
     * name gives the same string.
     */
    Map<String, String> asSigned() {
        var signed = new TreeMap<String, String>();
        parameters.forEach((name, values) -> signed.put(name, String.join(name, new TreeSet<>(values))));
        return signed;
    }
}
