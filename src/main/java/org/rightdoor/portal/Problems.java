package org.rightdoor.portal;

import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.rightdoor.Database;

/** What people and programs are told when something is not there or goes wrong; nothing of our insides is shown. */
class Problems {

    record Problem(Visit visit, String title, String hint) implements TemplateInstance {}

    private static final int RETRY_AFTER_SECONDS = 10;

    @Inject
    Database database;

    @Inject
    Visits visits;

    @ServerExceptionMapper
    Uni<Response> refused(WebApplicationException failure, RoutingContext context) {
        var status = failure.getResponse().getStatus();
        if (status >= 300 && status < 400) return Uni.createFrom().item(failure.getResponse());
        if (status >= 500 && status != 503) return broken(failure, context);
        var again = failure.getResponse().getHeaderString(HttpHeaders.RETRY_AFTER);
        if (status == 503 && again == null) return broken(failure, context);
        return again == null ? tell(status, context) : tell(status, context, again);
    }

    @ServerExceptionMapper
    Uni<Response> expired(LinkExpired failure, RoutingContext context) {
        var visit = visits.of(context);
        var texts = visit.texts();
        var hint = texts.problemLinkExpiredHint(visit.district().phone());
        return Html.secret(Html.page(410, new Problem(visit, texts.problemLinkExpired(), hint), visit));
    }

    @ServerExceptionMapper
    Uni<Response> tooMany(Rush.Reached rush, RoutingContext context) {
        return tell(503, context, String.valueOf(rush.comeAgainAfterSeconds()));
    }

    @ServerExceptionMapper
    Uni<Response> unauthorized(UnauthorizedException failure, RoutingContext context) {
        return askToLogIn(context);
    }

    @ServerExceptionMapper
    Uni<Response> notAuthenticated(AuthenticationFailedException failure, RoutingContext context) {
        if (failure.getCause() != null && Outage.isBehind(failure.getCause(), database.isReady())) {
            return away(failure, context);
        }
        return askToLogIn(context);
    }

    @ServerExceptionMapper
    Uni<Response> forbidden(ForbiddenException failure, RoutingContext context) {
        return tell(403, context);
    }

    @ServerExceptionMapper
    Uni<Response> broken(Throwable failure, RoutingContext context) {
        if (Outage.isBehind(failure, database.isReady())) return away(failure, context);
        Log.errorf(failure, "%s %s failed", context.request().method(), context.normalizedPath());
        return tell(500, context);
    }

    private Uni<Response> away(Throwable failure, RoutingContext context) {
        Log.warnf("The database is away: %s", failure.getMessage());
        return tell(503, context, String.valueOf(RETRY_AFTER_SECONDS));
    }

    private Uni<Response> tell(int status, RoutingContext context, String again) {
        return tell(status, context).map(response -> Response.fromResponse(response)
                .header(HttpHeaders.RETRY_AFTER, again)
                .build());
    }

    // A program must never be sent to a log-in page, and a person must.
    private Uni<Response> askToLogIn(RoutingContext context) {
        if (isForPrograms(context)) {
            return tell(401, context).map(response -> Response.fromResponse(response)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build());
        }
        return context.<HttpAuthenticator>get(HttpAuthenticator.class.getName())
                .getChallenge(context)
                .map(challenge -> {
                    var response = Response.status(challenge.status);
                    challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
                    return response.build();
                });
    }

    private Uni<Response> tell(int status, RoutingContext context) {
        if (isForPrograms(context)) {
            return Uni.createFrom()
                    .item(org.rightdoor.channel.web.Problem.of(status, detail(status))
                            .response());
        }
        var visit = visits.of(context);
        return Html.page(status, new Problem(visit, title(status, visit), hint(status, visit)), visit);
    }

    private static boolean isForPrograms(RoutingContext context) {
        var path = context.normalizedPath();
        var accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return path.startsWith("/api/")
                || path.startsWith("/webhooks/")
                || accept == null
                || !accept.contains("text/html");
    }

    private static String title(int status, Visit visit) {
        var texts = visit.texts();
        return switch (status) {
            case 403 -> texts.problemForbidden();
            case 404 -> texts.problemNotFound();
            case 410 -> texts.problemGone();
            case TooManyRequests.STATUS -> texts.problemTooMany();
            case 503 -> texts.problemAway();
            default -> status < 500 ? texts.problemRequest() : texts.problemOurs();
        };
    }

    private static String hint(int status, Visit visit) {
        var texts = visit.texts();
        var phone = visit.district().phone();
        return switch (status) {
            case 403 -> texts.problemForbiddenHint();
            case 404 -> texts.problemNotFoundHint();
            case 410 -> texts.problemGoneHint();
            case TooManyRequests.STATUS -> texts.problemTooManyHint(phone);
            case 503 -> texts.problemAwayHint(phone);
            default -> status < 500 ? texts.problemRequestHint() : texts.problemOursHint(phone);
        };
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request could not be read.";
            case 401 -> "Send a valid key as 'Authorization: Bearer KEY'.";
            case 403 -> "This key or log-in does not cover it.";
            case 404 -> "Nothing is found here.";
            case 405 -> "This address does not take that method.";
            case 410 -> "This was here and has expired.";
            case 413 -> "The request is too large.";
            case 415 -> "This address does not take that media type.";
            case TooManyRequests.STATUS -> "Too many requests from this network; come again when Retry-After says.";
            case 503 -> "Something needed is not answering. Nothing was stored; try again.";
            default -> status < 500 ? "The request cannot be taken." : "Something went wrong; it has been logged.";
        };
    }
}
