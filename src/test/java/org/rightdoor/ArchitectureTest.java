package org.rightdoor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rightdoor.access.Route;
import org.rightdoor.access.RouteTable;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;

/** The rooms of the house, in order: each knows only the rooms before it. */
class ArchitectureTest {

    private static final String ROOT = "org.rightdoor";

    private static final List<String> ROOMS = List.of(
            "outside",
            "people",
            "understand",
            "routing",
            "calendar",
            "inquiry",
            "reply",
            "learning",
            "answers",
            "safety",
            "survey",
            "intake",
            "channel",
            "portal",
            "login",
            "desk",
            "records",
            "insight",
            "webhook");

    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> A_room_knows_only_the_rooms_before_it() {
        return IntStream.range(0, ROOMS.size())
                .mapToObj(i -> DynamicTest.dynamicTest(ROOMS.get(i), () -> noClasses()
                        .that(liveIn(ROOMS.get(i)))
                        .should()
                        .dependOnClassesThat(liveInAnyOf(ROOMS.subList(i + 1, ROOMS.size())))
                        .allowEmptyShould(true)
                        .check(HOUSE)));
    }

    @Test
    void From_the_root_rooms_know_only_the_configuration_and_whether_the_database_is_ready() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".*..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "live in the root",
                        type -> type.getPackageName().equals(ROOT)
                                && !type.getName().startsWith(ROOT + ".Config")
                                && !type.getName().startsWith(ROOT + ".Database")))
                .check(HOUSE);
    }

    @Test
    void Every_class_lives_in_a_room() {
        classes().should().resideInAnyPackage(packages()).check(HOUSE);
    }

    @Test
    void Only_the_room_that_understands_knows_OpenNLP() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".understand..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("opennlp..", "ai.onnxruntime..")
                .check(HOUSE);
    }

    /** A role is no deed: whoever lists roles forgets one. {@link May} says which role may do what. */
    @Test
    void Endpoints_name_the_deed_and_not_the_roles() {
        Stream.<CanBeAnnotated>concat(HOUSE.stream(), HOUSE.stream().flatMap(type -> type.getMethods().stream()))
                .filter(endpoint -> endpoint.isAnnotatedWith(RolesAllowed.class))
                .forEach(endpoint -> assertThat(roles(endpoint))
                        .as("@RolesAllowed of %s: use the constants of people.May", endpoint)
                        .isSubsetOf(
                                May.READ, May.COUNT, May.WORK, May.SEND, May.LEAD, May.EXPORT, May.RUN, Staff.RECORDS));
    }

    private static String[] roles(CanBeAnnotated endpoint) {
        var allowed = endpoint instanceof JavaClass type
                ? type.getAnnotationOfType(RolesAllowed.class)
                : ((JavaMethod) endpoint).getAnnotationOfType(RolesAllowed.class);
        return allowed.value();
    }

    @Test
    void Every_route_says_who_may_use_it() {
        var said = RouteTable.read().lines().keySet();
        var routes = Route.of(HOUSE).keySet();
        assertThat(routes.stream().filter(route -> !said.contains(route)))
                .as(
                        "routes without a line in %s: add one each, METHOD PATH RULE; the rules stand at its head",
                        RouteTable.FILE)
                .isEmpty();
        // What is below /q/ the framework answers: health and metrics, for whoever runs the application.
        assertThat(said.stream()
                        .filter(route ->
                                !routes.contains(route) && !route.path().startsWith("/q/")))
                .as("lines in %s about routes that are no more: take them out", RouteTable.FILE)
                .isEmpty();
    }

    @Test
    void Rooms_are_nouns_of_the_field() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..service..",
                        "..impl..",
                        "..dto..",
                        "..mapper..",
                        "..util..",
                        "..common..",
                        "..manager..",
                        "..helper..")
                .check(HOUSE);
    }

    private static String[] packages() {
        return Stream.concat(Stream.of(ROOT), ROOMS.stream().map(room -> ROOT + "." + room + ".."))
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> liveIn(String room) {
        return DescribedPredicate.describe("live in " + room, type -> isIn(type, room));
    }

    private static DescribedPredicate<JavaClass> liveInAnyOf(List<String> rooms) {
        return DescribedPredicate.describe(
                "live in " + rooms, type -> rooms.stream().anyMatch(room -> isIn(type, room)));
    }

    private static boolean isIn(JavaClass type, String room) {
        return (type.getPackageName() + ".").startsWith(ROOT + "." + room + ".");
    }
}
