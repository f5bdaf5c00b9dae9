package org.rightdoor.portal;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rightdoor.answers.CurrentKnowledge;

/** Finds the language of a visit: picked by link, remembered from before, or what the browser asks for. */
@ApplicationScoped
class Visits {

    private static final String COOKIE = "rightdoor-language";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Inject
    CurrentVertxRequest request;

    @Inject
    CurrentKnowledge knowledge;

    /** The visit of the request that is being answered; a language picked just now is remembered. */
    Visit now() {
        return of(request.getCurrent());
    }

    Visit of(RoutingContext context) {
        var district = knowledge.now().rules().district();
        var languages = district.languages();
        var picked = spoken(context.request().getParam("lang"), languages);
        picked.ifPresent(language -> remember(language, context));
        var chosen = picked.or(() -> remembered(context, languages));
        return new Visit(
                chosen.orElseGet(() -> askedForByBrowser(context, languages)),
                chosen.isPresent(),
                district,
                context.normalizedPath());
    }

    private static Optional<String> remembered(RoutingContext context, List<String> languages) {
        var cookie = context.request().getCookie(COOKIE);
        return cookie == null ? Optional.empty() : spoken(cookie.getValue(), languages);
    }

    private static void remember(String language, RoutingContext context) {
        context.response()
                .addCookie(Cookie.cookie(COOKIE, language)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(REMEMBERED.toSeconds()));
    }

    private static String askedForByBrowser(RoutingContext context, List<String> languages) {
        return context.acceptableLanguages().stream()
                .flatMap(wanted -> spoken(wanted.tag(), languages).stream())
                .findFirst()
                .orElse(languages.get(0));
    }

    private static Optional<String> spoken(String language, List<String> languages) {
        return Optional.ofNullable(language).filter(languages::contains);
    }
}
