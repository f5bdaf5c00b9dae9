package org.rightdoor.channel.sms;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.service.UsAppToPerson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.rightdoor.Config;

/** Asks Twilio whether text messages are set up as they must be, and says what to mend. */
@ApplicationScoped
public class TwilioCheck {

    private static final String VERIFIED = "VERIFIED";

    @Inject
    Config config;

    @Inject
    Vertx vertx;

    /** Takes as long as Twilio takes to answer four questions. */
    public Uni<List<Finding>> findings() {
        if (!config.twilio().configured()) {
            return Uni.createFrom()
                    .item(List.of(Finding.wrong(
                            "Configuration", "Account, token or number are missing.", TwilioTransport.NOT_SET_UP)));
        }
        return vertx.executeBlocking(() -> look(new TwilioClient(config.twilio()).get()), false);
    }

    private List<Finding> look(TwilioRestClient client) {
        var findings = new ArrayList<Finding>();
        findings.add(publicAddress());
        var account = asked("Account", () -> account(client));
        findings.add(account);
        if (account.state() == Finding.State.WRONG) return findings;
        config.twilio().from().ifPresent(number -> findings.add(asked("Number", () -> number(number, client))));
        config.twilio().messagingServiceSid().ifPresent(sid -> {
            findings.add(asked("Messaging service", () -> service(sid, client)));
            findings.add(asked("10DLC registration", () -> registration(sid, client)));
        });
        if (config.twilio().messagingServiceSid().isEmpty()) findings.add(unknownRegistration());
        return findings;
    }

    private Finding publicAddress() {
        var address = config.publicUrl().toString();
        return "https".equals(config.publicUrl().getScheme())
                ? Finding.good("Public address", address)
                : Finding.fair(
                        "Public address",
                        address + " is not encrypted, and Twilio reaches it only if the whole internet does.",
                        "Set RIGHTDOOR_PUBLIC_URL to the https:// address that families use.");
    }

    private Finding account(TwilioRestClient client) {
        var account = Account.fetcher(client.getAccountSid()).fetch(client);
        if (account.getStatus() != Account.Status.ACTIVE) {
            return Finding.wrong("Account", "It is " + account.getStatus() + ".", "Reactivate it in Twilio's console.");
        }
        return account.getType() == Account.Type.TRIAL
                ? Finding.fair(
                        "Account",
                        "It is a trial: only numbers that are verified at Twilio get texts.",
                        "Upgrade it in Twilio's console before families use it.")
                : Finding.good("Account", "Twilio knows it as " + account.getFriendlyName() + ".");
    }

    private Finding number(String number, TwilioRestClient client) {
        var owned = IncomingPhoneNumber.reader()
                .setPhoneNumber(number)
                .limit(1)
                .read(client)
                .iterator();
        if (!owned.hasNext()) {
            return Finding.wrong("Number", number + " does not belong to this account.", "Check TWILIO_FROM.");
        }
        if (config.twilio().messagingServiceSid().isPresent()) {
            return Finding.good("Number", number + " belongs to the account; the messaging service decides the rest.");
        }
        return webhook("Number", number, owned.next().getSmsUrl(), "“A message comes in” of the number");
    }

    private Finding service(String sid, TwilioRestClient client) {
        var service = Service.fetcher(sid).fetch(client);
        if (Boolean.TRUE.equals(service.getUseInboundWebhookOnNumber())) {
            return Finding.fair(
                    "Messaging service",
                    sid + " leaves incoming texts to what is set for each number.",
                    "Let it send a webhook for incoming messages to " + wanted() + ".");
        }
        return webhook("Messaging service", sid, service.getInboundRequestUrl(), "“Incoming messages” of the service");
    }

    private Finding webhook(String about, String what, URI set, String where) {
        var address = set == null ? "" : set.toString();
        if (!address.split("#")[0].equals(wanted().split("#")[0])) {
            return Finding.wrong(
                    about,
                    address.isEmpty()
                            ? "Incoming texts of " + what + " go nowhere."
                            : "Incoming texts of " + what + " go to " + address + ".",
                    "At Twilio, set " + where + " to " + wanted() + " (HTTP POST).");
        }
        return address.contains("rp=")
                ? Finding.good(about, what + " sends incoming texts here, and tries again when it has to.")
                : Finding.fair(
                        about,
                        what + " sends incoming texts here, but gives up when we are busy.",
                        "At Twilio, add " + TwilioWebhook.TRY_AGAIN + " to " + where + ": " + wanted() + ".");
    }

    private static Finding registration(String sid, TwilioRestClient client) {
        var campaigns = UsAppToPerson.reader(sid).limit(1).read(client).iterator();
        if (!campaigns.hasNext()) {
            return Finding.wrong(
                    "10DLC registration",
                    "The messaging service has no campaign; US carriers refuse texts from unregistered numbers.",
                    "Register a brand and a campaign in Twilio's console, or use a verified toll-free number.");
        }
        var status = campaigns.next().getCampaignStatus();
        return VERIFIED.equals(status)
                ? Finding.good("10DLC registration", "The campaign is verified.")
                : Finding.fair(
                        "10DLC registration",
                        "The campaign is " + status + ".",
                        "Until it is verified, US carriers refuse texts; Twilio's console says what is missing.");
    }

    private static Finding unknownRegistration() {
        return Finding.fair(
                "10DLC registration",
                "It cannot be seen without a messaging service.",
                "US carriers take texts from a ten-digit number only when it is in a messaging service with a verified "
                        + "campaign; set TWILIO_MESSAGING_SERVICE_SID. Toll-free numbers are verified on their own.");
    }

    private static Finding asked(String about, Supplier<Finding> question) {
        try {
            return question.get();
        } catch (ApiException failure) {
            var words = TwilioErrors.deliveryFailed(failure).getMessage();
            return Finding.wrong(about, words, "Check account, token and numbers, and whether Twilio can be reached.");
        }
    }

    private String wanted() {
        return PublicAddress.of(config, TwilioWebhook.SMS) + TwilioWebhook.TRY_AGAIN;
    }
}
