package org.rightdoor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

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
            "intake",
            "channel",
            "portal",
            "login",
            "desk",
            "records",
            "insight");

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
