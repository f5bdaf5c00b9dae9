package org.rightdoor.portal;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
        var rules = knowledge.now().rules();
        var district = rules.district();
        var languages = district.languages();
        var picked = spoken(context.request().getParam("lang"), languages);
        picked.ifPresent(language -> remember(language, context));
        var chosen = picked.or(() -> remembered(context, languages));
        var language = chosen.orElseGet(() -> askedForByBrowser(context, languages));
        var unreviewed = rules.translations().isUnreviewed(language);
        return new Visit(language, chosen.isPresent(), district, address(context), unreviewed);
    }

    /** The same visit in the language a family writes, where nobody has picked another one and we speak it. */
    Visit writtenIn(String language, Visit visit) {
        var rules = knowledge.now().rules();
        if (visit.chosen() || !rules.district().languages().contains(language)) return visit;
        var unreviewed = rules.translations().isUnreviewed(language);
        return new Visit(language, false, rules.district(), visit.path(), unreviewed);
    }

    /** The way back to this page, without the language picked in it. */
    private static String address(RoutingContext context) {
        var query = context.request().query();
        if (query == null || context.request().method() != HttpMethod.GET) return context.normalizedPath();
        var rest = Arrays.stream(query.split("&"))
                .filter(part -> !part.equals("lang") && !part.startsWith("lang="))
                .collect(Collectors.joining("&"));
        return context.normalizedPath() + (rest.isEmpty() ? "" : "?" + rest);
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
