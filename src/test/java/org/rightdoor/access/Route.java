package org.rightdoor.access;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One way to reach the application: a method and the pattern of a path. */
public record Route(String method, String path) implements Comparable<Route> {

    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, DELETE.class, PATCH.class);

    /** Every route that classes of the application answer, with the media type it takes. */
    public static Map<Route, String> of(JavaClasses house) {
        var routes = new TreeMap<Route, String>();
        house.stream().filter(type -> type.isAnnotatedWith(Path.class)).forEach(type -> type.getMethods()
                .forEach(method -> METHODS.stream()
                        .filter(method::isAnnotatedWith)
                        .forEach(verb -> routes.putIfAbsent(
                                new Route(verb.getSimpleName(), path(type, method)), media(type, method)))));
        return routes;
    }

    private static String path(JavaClass type, JavaMethod method) {
        var own = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        var parts = Stream.of(type.getAnnotationOfType(Path.class).value(), own)
                .flatMap(path -> Arrays.stream(path.split("/")))
                .filter(part -> !part.isEmpty())
                .map(part -> part.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}"))
                .toList();
        return "/" + String.join("/", parts);
    }

    private static String media(JavaClass type, JavaMethod method) {
        if (method.isAnnotatedWith(Consumes.class))
            return method.getAnnotationOfType(Consumes.class).value()[0];
        if (type.isAnnotatedWith(Consumes.class))
            return type.getAnnotationOfType(Consumes.class).value()[0];
        return "application/x-www-form-urlencoded";
    }

    @Override
    public int compareTo(Route other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return path + " " + method;
    }
}
