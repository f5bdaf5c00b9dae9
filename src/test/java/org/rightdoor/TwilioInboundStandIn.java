package org.rightdoor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Texts that families sent to the district's number, whether they could be handed on to it or not. */
public class TwilioInboundStandIn {

    /** With the Sid of the one file that came with it, or null. */
    private record Held(String sid, String from, String body, String mediaSid, ZonedDateTime at) {}

    private final List<Held> texts = new CopyOnWriteArrayList<>();

    TwilioInboundStandIn(HttpServer server) {
        server.createContext(TwilioStandIn.ACCOUNT + "/Messages/MMheld/Media.json", this::media);
    }

    /** A text that nobody took when it came. A picture belongs to the one named {@code MMheld}. */
    public void hold(String sid, String from, String body, String mediaSid, ZonedDateTime at) {
        texts.add(new Held(sid, from, body, mediaSid, at));
    }

    /** As JSON, newest first; {@code since} is an ISO date and time of Greenwich, or null. */
    Stream<String> list(String to, String since) {
        return texts.stream()
                .filter(text -> to == null || to.equals(TestDistrict.PHONE))
                .filter(text -> since == null
                        || text.at()
                                .isAfter(LocalDateTime.parse(since.replace("Z", ""))
                                        .atZone(ZoneOffset.UTC)))
                .sorted(Comparator.comparing(Held::at).reversed())
                .map(TwilioInboundStandIn::json);
    }

    private static String json(Held text) {
        return """
                {"sid":"%s","status":"received","direction":"inbound","from":"%s","to":"%s","body":"%s","num_media":"%d",
                 "date_created":"%6$s","date_sent":"%6$s","error_code":null}"""
                .formatted(
                        text.sid(),
                        text.from(),
                        TestDistrict.PHONE,
                        text.body(),
                        text.mediaSid() == null ? 0 : 1,
                        text.at().withZoneSameInstant(ZoneOffset.UTC).format(TwilioStandIn.DATES));
    }

    private void media(HttpExchange exchange) throws IOException {
        var sid = texts.stream()
                .filter(text -> text.sid().equals("MMheld"))
                .findFirst()
                .orElseThrow()
                .mediaSid();
        TwilioStandIn.answer(
                exchange,
                200,
                """
                {"media_list":[{"sid":"%s","parent_sid":"MMheld","content_type":"image/jpeg",
                 "uri":"%s/Messages/MMheld/Media/%1$s.json"}],"page":0,"next_page_uri":null}"""
                        .formatted(sid, TwilioStandIn.ACCOUNT));
    }
}
