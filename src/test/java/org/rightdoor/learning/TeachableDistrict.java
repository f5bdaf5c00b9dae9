package org.rightdoor.learning;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.rightdoor.routing.SmallDistrict;

/** A district with a few hundred texts: enough to keep some back, and few enough to learn in a second. */
public class TeachableDistrict implements QuarkusTestResourceLifecycleManager {

    /** What its texts are about; each is a topic of the office. */
    public static final List<String> THINGS = List.of(
            "lunch",
            "homework",
            "password",
            "locker",
            "concert",
            "transcript",
            "nurse",
            "football",
            "library",
            "playground");

    private static final List<String> ASKED = List.of(
            "where is the %s",
            "who is in charge of the %s",
            "my son has a question about the %s",
            "when can we see the %s",
            "the %s was not there today",
            "how much is the %s",
            "I am not happy with the %s",
            "is there a %s on Friday",
            "can my daughter have another %s",
            "please tell me more about the %s",
            "what happened to the %s",
            "the %s again",
            "do we need to sign up for the %s",
            "does the %s open in summer",
            "our family moved, what about the %s",
            "who do I call about the %s",
            "the %s is broken",
            "I lost the paper about the %s",
            "is the %s free for teachers",
            "thank you for the %s, but when is the next",
            "a question on the %s for grade four",
            "the %s at Hill School",
            "could somebody explain the %s",
            "it is about the %s",
            "any news of the %s");

    @Override
    public Map<String, String> start() {
        try {
            var directory = Files.createTempDirectory("teachable-district");
            var rules = Files.createDirectory(directory.resolve("rules"));
            write(SmallDistrict.in(rules));
            return Map.of(
                    "rightdoor.rules",
                    rules.toString(),
                    "rightdoor.data",
                    directory.resolve("data").toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {}

    /** After {@code TestDistrict}, whose settings it overrides. */
    @Override
    public int order() {
        return 10;
    }

    public static String asking(int way, String thing) {
        return ASKED.get(way).formatted(thing);
    }

    private static void write(SmallDistrict district) {
        var topics = new StringBuilder();
        var texts = new StringBuilder();
        for (var thing : THINGS) {
            topics.append("%s: {department: office, title: {en: About the %s}}\n".formatted(thing, thing));
            ASKED.forEach(way -> texts.append(thing + "\t" + way.formatted(thing) + "\n"));
        }
        district.append("topics.yml", topics.toString())
                .append("training/office.en.tsv", texts.toString())
                .append("district.yml", "student-email-domains: [students.valley.example]\n")
                .write("rules.yml", "- {id: call, when: {words: [not home yet]}, then: {priority: urgent}}\n");
    }
}
