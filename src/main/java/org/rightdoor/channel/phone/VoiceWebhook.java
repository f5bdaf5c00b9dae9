package org.rightdoor.channel.phone;

import com.twilio.twiml.VoiceResponse;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.channel.sms.TwilioDoor;
import org.rightdoor.channel.sms.TwilioForm;
import org.rightdoor.channel.web.Problem;

/**
 * What Twilio asks and tells about calls (https://www.twilio.com/docs/voice/twiml#request-parameters). Calls are told apart
 * by their CallSid and recordings by their RecordingSid, so that hearing of one again changes nothing.
 */
@Path("/webhooks/twilio/voice")
@Cancellable(false)
public class VoiceWebhook {

    @Inject
    TwilioDoor door;

    @Inject
    Switchboard switchboard;

    @Inject
    VoiceCalls calls;

    @Inject
    Voicemails voicemails;

    @Inject
    AnsweringMachine machine;

    /** Somebody calls. */
    @POST
    public Uni<Response> call(@Context HttpServerRequest request, byte[] body) {
        var form = door.genuine(request, body);
        var sid = form.require("CallSid");
        var caller = VoiceCall.caller(form.get("From"));
        var script = switchboard.script();
        var language = caller == null ? Uni.createFrom().<String>nullItem() : calls.languageOf(caller);
        return said(
                sid,
                language.chain(known -> calls.begin(
                                new VoiceCall(sid, caller, script.spoken(known == null ? "en" : known), false)))
                        .map(switchboard::answer));
    }

    /** It rang at the front office; where nobody picked up, the voicemail answers. */
    @POST
    @Path("missed")
    public Uni<Response> missed(@Context HttpServerRequest request, byte[] body) {
        var form = door.genuine(request, body);
        var sid = form.require("CallSid");
        var script = switchboard.script();
        return said(
                sid,
                "completed".equals(form.get("DialCallStatus"))
                        ? Uni.createFrom().item(script.hangUp())
                        : calls.find(sid).map(call -> script.greeting(call.language())));
    }

    /** The caller picked a language. */
    @POST
    @Path("language")
    public Uni<Response> language(@Context HttpServerRequest request, byte[] body) {
        var form = door.genuine(request, body);
        var sid = form.require("CallSid");
        var script = switchboard.script();
        var picked = script.keyed(form.get("Digits"));
        return said(
                sid,
                calls.find(sid)
                        .chain(call -> picked == null || picked.equals(call.language())
                                ? Uni.createFrom().item(script.tone(call))
                                : calls.speak(sid, picked).map(script::greetingThenTone)));
    }

    /** The greeting is over. */
    @POST
    @Path("message")
    public Uni<Response> message(@Context HttpServerRequest request, byte[] body) {
        var sid = door.genuine(request, body).require("CallSid");
        return said(sid, calls.find(sid).map(switchboard.script()::tone));
    }

    /** The caller has spoken, pressed a key, or hung up. */
    @POST
    @Path("recorded")
    public Uni<Response> recorded(@Context HttpServerRequest request, byte[] body) {
        var form = door.genuine(request, body);
        var sid = form.require("CallSid");
        var script = switchboard.script();
        var asksForText = "1".equals(form.get("Digits"));
        var call = asksForText ? calls.askForText(sid).call(() -> machine.textIfOwed(sid)) : calls.find(sid);
        // The key came before a word was said: the caller took us at our word, and is not to be cut off.
        var saidNothing = asksForText && seconds(form) < Voicemail.SHORTEST;
        return said(sid, call.map(known -> saidNothing ? script.tone(known) : script.thanks(known)));
    }

    /** There is a recording; it is a case from now on, whether anybody can write down what it says or not. */
    @POST
    @Path("recording")
    public Uni<Response> recording(@Context HttpServerRequest request, byte[] body) {
        var form = door.genuine(request, body);
        var sid = form.require("RecordingSid");
        var isEmpty = !"completed".equals(form.get("RecordingStatus")) || seconds(form) < Voicemail.SHORTEST;
        return done(
                sid,
                isEmpty || !RecordingDownload.isName(sid)
                        ? Uni.createFrom().voidItem()
                        : voicemails
                                .left(sid, form.require("CallSid"), seconds(form))
                                .chain(machine::receive)
                                .replaceWithVoid());
    }

    /** Twilio has written down what was said, or could not. */
    @POST
    @Path("transcription")
    public Uni<Response> transcription(@Context HttpServerRequest request, byte[] body) {
        var form = door.genuine(request, body);
        var sid = form.require("RecordingSid");
        var text = form.get("TranscriptionText");
        var isThere = "completed".equals(form.get("TranscriptionStatus")) && text != null && !text.isBlank();
        return done(
                sid,
                isThere
                        ? voicemails.said(sid, form.require("CallSid"), text).chain(machine::hear)
                        : Uni.createFrom().voidItem());
    }

    private static int seconds(TwilioForm form) {
        var duration = form.get("RecordingDuration");
        return duration != null && duration.matches("\\d{1,6}") ? Integer.parseInt(duration) : 0;
    }

    private static Uni<Response> said(String sid, Uni<VoiceResponse> script) {
        return script.map(twiml -> Response.ok(twiml.toXml(), MediaType.TEXT_XML_TYPE.withCharset("UTF-8"))
                        .build())
                .onFailure()
                .recoverWithItem(failure -> unavailable(sid, failure));
    }

    private static Uni<Response> done(String sid, Uni<Void> work) {
        return work.map(done -> Response.noContent().build())
                .onFailure()
                .recoverWithItem(failure -> unavailable(sid, failure));
    }

    private static Response unavailable(String sid, Throwable failure) {
        Log.errorf(failure, "%s could not be stored", sid);
        return Problem.of(Status.SERVICE_UNAVAILABLE.getStatusCode(), "It could not be stored just now. Send it again.")
                .response();
    }
}
