package org.rightdoor.channel.sms;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import org.rightdoor.Config;
import org.rightdoor.people.Address;

/** Twilio's Messages API (https://www.twilio.com/docs/messaging/api/message-resource), as far as the demo sends texts. */
@Path("/demo/twilio/2010-04-01/Accounts/{account}/Messages.json")
public class DemoTwilioApi {

    private static final int LONGEST_TEXT = 1_600;

    @Inject
    Config config;

    @Inject
    DemoCarrier carrier;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response send(
            @PathParam("account") String account,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Context HttpServerRequest request,
            byte[] body) {
        if (!DemoPhone.isPluggedIn(config)) throw new NotFoundException();
        if (!credentials(account).equals(authorization)) return error(401, 20003, "Authenticate");
        var form = TwilioForm.parse(new String(body, StandardCharsets.UTF_8));
        var text = form.get("Body");
        var number = Address.phone(form.get("To")).orElse(null);
        if (number == null) return error(400, 21211, "Invalid 'To' Phone Number: " + form.get("To"));
        if (text == null) return error(400, 21602, "Message body is required.");
        if (text.length() > LONGEST_TEXT) return error(400, 21617, "The concatenated message body exceeds the limit.");
        if (carrier.hasOptedOut(number)) return error(400, 21610, "Attempt to send to unsubscribed recipient");
        var sid = DemoCarrier.newSid();
        carrier.toFamily(
                sid, number, text, callback(form), request.localAddress().port());
        return Response.status(Response.Status.CREATED)
                .entity(queued(sid, account, number, form))
                .build();
    }

    private String credentials(String account) {
        var pair = account + ":" + config.twilio().authToken().orElseThrow();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static URI callback(TwilioForm form) {
        var address = form.get("StatusCallback");
        return address == null ? null : URI.create(address);
    }

    private static Map<String, Object> queued(String sid, String account, String number, TwilioForm form) {
        return Map.of(
                "sid",
                sid,
                "account_sid",
                account,
                "api_version",
                "2010-04-01",
                "body",
                form.get("Body"),
                "date_created",
                ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.RFC_1123_DATE_TIME),
                "direction",
                "outbound-api",
                "from",
                String.valueOf(form.get("From")),
                "status",
                "queued",
                "to",
                number);
    }

    private static Response error(int status, int code, String message) {
        return Response.status(status)
                .entity(Map.of(
                        "code", code,
                        "message", message,
                        "more_info", "https://www.twilio.com/docs/errors/" + code,
                        "status", status))
                .build();
    }
}
