package org.rightdoor.login;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.VerificationException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rightdoor.people.Staff;

/**
 * What browser and passkey say to each other and to us (WebAuthn Level 2, sections 7.1 and 7.2). The passkey asks for a
 * finger, a face or a PIN each time, so that it is both factors at once. Attestation is not asked for: any maker will do.
 */
final class PasskeyCeremony {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int MILLIS = 120_000;

    private static final List<PublicKeyCredentialParameters> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
                    .stream()
                    .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                    .toList();

    /** A new one, as it is kept. */
    record Made(String credentialId, String publicKey, long counter) {}

    /** One that is kept. */
    record Kept(long id, long staffId, String publicKey, long counter) {}

    /** What came of looking at an answer; the counter is null where it does not fit. */
    record Checked(Long counter, boolean copied) {}

    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager();
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(new ObjectConverter());
    private final URI address;

    PasskeyCeremony(URI address) {
        this.address = address;
    }

    /** What the browser makes a passkey from. */
    String creation(byte[] challenge, Staff staff, String district, List<String> known) {
        var algorithms = new JsonArray();
        ALGORITHMS.forEach(algorithm -> algorithms.add(new JsonObject()
                .put("type", "public-key")
                .put("alg", algorithm.getAlg().getValue())));
        var id = BASE64.encodeToString(("staff:" + staff.id).getBytes(StandardCharsets.UTF_8));
        return new JsonObject()
                .put("challenge", BASE64.encodeToString(challenge))
                .put("rp", new JsonObject().put("id", address.getHost()).put("name", district))
                .put(
                        "user",
                        new JsonObject().put("id", id).put("name", staff.email).put("displayName", staff.name))
                .put("pubKeyCredParams", algorithms)
                .put("excludeCredentials", credentials(known))
                .put(
                        "authenticatorSelection",
                        new JsonObject().put("residentKey", "required").put("userVerification", "required"))
                .put("attestation", "none")
                .put("timeout", MILLIS)
                .encode();
    }

    /** What the browser asks any of its passkeys for this place. */
    String request(byte[] challenge) {
        return new JsonObject()
                .put("challenge", BASE64.encodeToString(challenge))
                .put("rpId", address.getHost())
                .put("userVerification", "required")
                .put("timeout", MILLIS)
                .encode();
    }

    /** The passkey in the browser's answer; empty when the answer is none to that challenge from one of our pages. */
    Optional<Made> made(String answer, byte[] challenge) {
        try {
            var made = manager.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(server(challenge), ALGORITHMS, true, true));
            var authenticator = made.getAttestationObject().getAuthenticatorData();
            var credential = authenticator.getAttestedCredentialData();
            return Optional.of(new Made(
                    BASE64.encodeToString(credential.getCredentialId()),
                    BASE64.encodeToString(keys.convert(credential)),
                    authenticator.getSignCount()));
        } catch (DataConversionException | VerificationException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Which passkey answers, or empty where it cannot be read. */
    Optional<String> credentialOf(String answer) {
        try {
            var id = manager.parseAuthenticationResponseJSON(answer).getCredentialId();
            return id == null ? Optional.empty() : Optional.of(BASE64.encodeToString(id));
        } catch (DataConversionException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    Checked check(String answer, byte[] challenge, Kept kept) {
        try {
            var parameters = new AuthenticationParameters(server(challenge), record(kept), null, true, true);
            var answered = manager.verifyAuthenticationResponseJSON(answer, parameters);
            return new Checked(answered.getAuthenticatorData().getSignCount(), false);
        } catch (MaliciousCounterValueException copied) {
            return new Checked(null, true);
        } catch (DataConversionException | VerificationException | IllegalArgumentException notOurs) {
            return new Checked(null, false);
        }
    }

    private CredentialRecordImpl record(Kept kept) {
        var credential = keys.convert(Base64.getUrlDecoder().decode(kept.publicKey()));
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                null,
                null,
                kept.counter(),
                credential,
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                Set.of());
    }

    private ServerProperty server(byte[] challenge) {
        var port = address.getPort() == -1 ? "" : ":" + address.getPort();
        var origin = new Origin(address.getScheme() + "://" + address.getHost() + port);
        return new ServerProperty(Set.of(origin), address.getHost(), new DefaultChallenge(challenge), null);
    }

    private static JsonArray credentials(List<String> ids) {
        var all = new JsonArray();
        ids.forEach(id -> all.add(new JsonObject().put("type", "public-key").put("id", id)));
        return all;
    }
}
