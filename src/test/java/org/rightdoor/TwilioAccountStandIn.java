package org.rightdoor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;

/** The account with its number and messaging service, as Twilio's console would show them. */
public class TwilioAccountStandIn {

    public static final String SERVICE = "MG0123456789abcdef0123456789abcdef";

    /** What is set for the number; null when the account does not have it. */
    public volatile String smsUrl = "";

    /** What is set for the messaging service. */
    public volatile String inboundUrl = "";

    public volatile boolean useInboundWebhookOnNumber;

    /** VERIFIED, IN_PROGRESS, FAILED; null when nothing is registered. */
    public volatile String campaign = "VERIFIED";

    public volatile String status = "active";
    public volatile String type = "Full";

    TwilioAccountStandIn(HttpServer server) {
        server.createContext(TwilioStandIn.ACCOUNT + ".json", this::account);
        server.createContext(TwilioStandIn.ACCOUNT + "/IncomingPhoneNumbers.json", this::numbers);
        server.createContext("/v1/Services/" + SERVICE, this::service);
    }

    private void account(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                "{\"sid\":\"%s\",\"friendly_name\":\"Maple\",\"status\":\"%s\",\"type\":\"%s\"}"
                        .formatted(TestDistrict.ACCOUNT_SID, status, type));
    }

    private void numbers(HttpExchange exchange) throws IOException {
        var asked = TwilioStandIn.form(exchange.getRequestURI().getRawQuery()).get("PhoneNumber");
        var number = smsUrl == null || !TestDistrict.PHONE.equals(asked)
                ? ""
                : """
                {"sid":"PN1","phone_number":"%s","sms_url":"%s","sms_method":"POST","sms_fallback_url":"",
                 "capabilities":{"voice":true,"SMS":true,"MMS":true}}"""
                        .formatted(TestDistrict.PHONE, smsUrl);
        answer(exchange, "{\"incoming_phone_numbers\":[%s],\"page\":0,\"next_page_uri\":null}".formatted(number));
    }

    private void service(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/Compliance/Usa2p")) {
            var registered = campaign == null ? "" : "{\"sid\":\"QE1\",\"campaign_status\":\"%s\"}".formatted(campaign);
            answer(
                    exchange,
                    "{\"compliance\":[%s],\"meta\":{\"key\":\"compliance\",\"next_page_url\":null}}"
                            .formatted(registered));
            return;
        }
        answer(
                exchange,
                "{\"sid\":\"%s\",\"inbound_request_url\":\"%s\",\"inbound_method\":\"POST\",\"use_inbound_webhook_on_number\":%b}"
                        .formatted(SERVICE, inboundUrl, useInboundWebhookOnNumber));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        if (TwilioStandIn.isAuthorized(exchange)) TwilioStandIn.answer(exchange, 200, json);
        else TwilioStandIn.refuse(exchange, 401, 20003);
    }
}
