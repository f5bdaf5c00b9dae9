package org.rightdoor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Everything an installation can set; each name is also an environment variable, {@code RIGHTDOOR_PUBLIC_URL} and so on. */
@ConfigMapping(prefix = "rightdoor")
public interface Config {

    /**
     * Address under which families reach this installation, without a slash at the end. Links and Twilio's signatures are
     * computed from it and never from a request's Host header, which anyone can forge.
     */
    @WithDefault("http://localhost:${quarkus.http.port:8080}")
    URI publicUrl();

    /** Directory for the embedded database and the trained model. */
    @WithDefault("data")
    Path data();

    /** Directory with what the district wrote down. */
    @WithDefault("routing-rules")
    Path rules();

    /** True for {@code bin/rightdoor demo}: the sample district, its log-ins, a phone and a mailbox to play with. */
    @WithDefault("false")
    boolean demo();

    /** Log-in of the first administrator, who sets a password by the link that the first start prints. */
    @WithDefault("admin@localhost")
    String adminEmail();

    /** Who needs an authenticator app or a passkey besides the password: nobody, administrators, or everyone. */
    @WithDefault("admins")
    SecondFactor secondFactor();

    /** Staff who have not clicked for so long log in again. */
    @WithDefault("PT2H")
    Duration sessionIdle();

    /** After so long staff log in again, however busy they are. */
    @WithDefault("PT12H")
    Duration sessionLasts();

    /**
     * Directory or file with passwords known from breaches, as an installation has downloaded them from Have I Been Pwned
     * (SHA-1 ranges); without it the much-used ones that come with RightDoor are refused.
     */
    Optional<Path> breachedPasswords();

    /** How long the link of a family opens its case after the case was closed; then it says how to go on. */
    @WithDefault("P180D")
    Duration caseLinkLasts();

    /**
     * Hosts within the district's network, by comma, that the application may ask when a file names them, such as a
     * calendar's; every other address inside (loopback, private, link-local) is refused.
     */
    Optional<List<String>> insideHosts();

    /** How many cases the sample district starts with, spread over a term. */
    @WithDefault("12000")
    int demoCases();

    /** An admin key of this value for the staff's JSON interface and the e-mail webhook. */
    Optional<String> apiKey();

    /**
     * Sites whose pages may hold the question box of {@code /widget.js}, such as {@code https://www.maple.example}, by
     * comma; {@code *} is any, which is safe because no cookie goes with it.
     */
    @WithDefault("*")
    List<String> widgetOrigins();

    /** {@code host:3310} of a ClamAV daemon that looks at every file; without it files are not scanned. */
    Optional<String> clamd();

    /**
     * How many questions one network address may send in a minute before its browsers have to work for it; what comes
     * without work is then held for a person, and programs without a key are asked to wait. A school stands behind one
     * address, so this is high. Behind a proxy set {@code quarkus.http.proxy.proxy-address-forwarding} and
     * {@code quarkus.http.proxy.trusted-proxies}, or all families share the proxy's address.
     */
    @WithDefault("60")
    int questionsPerMinute();

    /**
     * How many requests one network may send in a minute to the pages, to the JSON interface, to the webhooks and to the
     * desk, each for itself; to search, and of what families send, a tenth. What is over it is answered 429. 0 for no
     * limit; requests from the machine itself are never counted.
     */
    @WithDefault("6000")
    int requestsPerMinute();

    /** A file to which an anchor of the audit trail is added every hour; it belongs on another machine's disk. */
    Optional<Path> auditAnchors();

    /** What anchors of the audit trail are signed with, 16 characters or more; it is not in the database. */
    Optional<String> auditKey();

    /**
     * How many requests may be under way before more are asked to wait (503 with Retry-After), at least 20; reports are at a
     * quarter of it, staff at half. As many as are served within a second are enough.
     */
    @WithDefault("200")
    int requestsAtOnce();

    /** How long a request may take to come in, and a second more for each 500 bytes of it, before its connection is closed. */
    @WithDefault("PT20S")
    Duration slowAfter();

    /** How long a statement may take in the database; it is ended then, and whoever asked is told to try again (503). */
    @WithDefault("PT2M")
    Duration longestStatement();

    /** How long a statement may wait for what another one holds, such as a table that a new version changes. */
    @WithDefault("PT10S")
    Duration longestWait();

    Oidc oidc();

    /** How long an answer of staff is held, in which it can be taken back; at most PT1M, and PT0S for not at all. */
    @WithDefault("PT10S")
    Duration takeBack();

    /**
     * Address of a server that speaks LibreTranslate's interface, such as {@code http://translate.internal:5000}: staff then
     * see families' messages in English and their answers in the family's language. Texts go to it and nowhere else.
     */
    Optional<URI> translator();

    /** Key for that server, where it wants one. */
    Optional<String> translatorKey();

    Log log();

    Twilio twilio();

    Voice voice();

    Mail mail();

    /** Who needs a second factor. */
    enum SecondFactor {
        OPTIONAL,
        ADMINS,
        EVERYONE
    }

    /** The district's own log-in by OpenID Connect; it is off until address and client are set. */
    interface Oidc {
        /** The provider's issuer, such as {@code https://login.microsoftonline.com/TENANT/v2.0}. */
        Optional<URI> url();

        Optional<String> clientId();

        Optional<String> clientSecret();

        /** What the button says after "Log in with". */
        @WithDefault("the district’s account")
        String name();

        @WithDefault("profile,email")
        List<String> scopes();

        /** The claim that tells what somebody may do; a dot leads into an object, as in {@code realm_access.roles}. */
        @WithDefault("groups")
        String rolesClaim();

        /**
         * Which of its values gives which role and departments, by comma: {@code IT=admin,Bus-Office=agent:transportation,
         * Nurses=lead:health+counseling}. Where it is set it decides, at each log-in, also over who is new; where it is not,
         * only people on the staff list come in, as what they are there.
         */
        Optional<List<String>> roles();

        /**
         * True for a provider in which only the district makes accounts and which does not say {@code email_verified}, such
         * as the district's own tenant at Microsoft.
         */
        @WithDefault("false")
        boolean emailIsVerified();
    }

    /** Text messages; they are off until account, token, and a number or a messaging service are set. */
    interface Twilio {
        Optional<String> accountSid();

        Optional<String> authToken();

        /** The district's number in E.164 form, such as {@code +14105550100}. */
        Optional<String> from();

        /** SID of a messaging service ({@code MG...}), which then chooses the number; US long codes need one for 10DLC. */
        Optional<String> messagingServiceSid();

        /** Another host instead of Twilio's, for tests and proxies. */
        Optional<URI> apiBase();

        /** How many texts may leave in a second, over all replicas together. */
        @WithDefault("10")
        int textsPerSecond();

        /** A longer text is cut and ends with the link to the case; in segments, which carriers charge for; at most 10. */
        @WithDefault("8")
        int longestText();

        /**
         * From here on, by the district's clocks, a family gets only texts that answer what it wrote within the hour (47
         * CFR 64.1200(c)(1) has the same hours for telephone solicitations).
         */
        @WithDefault("21:00")
        LocalTime quietFrom();

        /** Until then the quiet hours last. */
        @WithDefault("08:00")
        LocalTime quietUntil();

        /** How long Twilio may take to answer; a reply claimed for ten seconds more has lost its sender. At most PT2M. */
        @WithDefault("PT20S")
        Duration answersWithin();

        default boolean configured() {
            return accountSid().isPresent()
                    && authToken().isPresent()
                    && (from().isPresent() || messagingServiceSid().isPresent());
        }
    }

    /** Calls to a number at Twilio; they need what text messages need. */
    interface Voice {
        /** Number in E.164 form that rings in the front office's open hours; without it callers always reach the voicemail. */
        Optional<String> forwardTo();

        /** How long it rings before the voicemail answers, in seconds; at most 600. */
        @WithDefault("25")
        int ringSeconds();
    }

    /** What is written to standard output. */
    interface Log {
        /** True for one JSON object a line, for a collector; people read lines. */
        @WithDefault("false")
        boolean json();

        /**
         * {@code INFO} for a line for each message taken and each reply sent, with the mark that they share and without a
         * word of either; {@code WARN} for none.
         */
        @WithDefault("WARN")
        String road();
    }

    /** E-mail. */
    interface Mail {
        /** {@code smtp://user:password@host:587} or {@code smtps://...:465}; without it no mail is sent. */
        Optional<String> smtpUrl();

        /** {@code imaps://user:password@host:993/INBOX}, several by comma; without it no mailbox is read. */
        Optional<List<String>> imapUrl();

        /** The district's address, on every mail that leaves; the SMTP user where it is not set. */
        Optional<String> from();

        /**
         * True when the mail server delivers {@code help+anything@district.example} to {@code help@district.example}:
         * answers then come to an address that leads to their case.
         */
        @WithDefault("false")
        boolean plusAddresses();

        /**
         * Name under which the mail server that receives our mail writes Authentication-Results (RFC 8601), such as
         * {@code mx.district.example}; without it senders are not checked.
         */
        Optional<String> authservId();

        /** Administrators are told when no mail came for this many minutes within open hours; never where it is not set. */
        Optional<Integer> silenceAlarm();

        OAuth oauth();

        /** Port of the demo's own SMTP server on this machine; another one if it is taken. */
        @WithDefault("3025")
        int demoSmtpPort();

        /** Port of the demo's own IMAP server on this machine; another one if it is taken. */
        @WithDefault("3143")
        int demoImapPort();
    }

    /** Log-in by access token, for accounts written as {@code imaps://user;AUTH=XOAUTH2:refresh-token@host}. */
    interface OAuth {
        /** The provider's token endpoint (RFC 6749 section 3.2). */
        Optional<URI> tokenUrl();

        Optional<String> clientId();

        Optional<String> clientSecret();

        /** Such as {@code https://outlook.office365.com/.default}. */
        Optional<String> scope();

        /** The day on which the client secret ends, as 2027-01-31: administrators are told three weeks before. */
        Optional<String> secretExpires();
    }
}
