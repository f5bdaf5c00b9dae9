package org.rightdoor.routing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rightdoor.understand.TrainingText;

/** Reads {@code training/<department>.<language>.tsv}: one text a line, {@code topic<TAB>text}. */
final class TrainingFiles {

    private static final Pattern NAME = Pattern.compile("(.+)\\.([^.]+)\\.tsv");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** From one text alone a classifier learns the text and not the topic. */
    private static final int FEWEST_TEXTS = 2;

    private final Known known;
    private final Faults faults;
    private final List<TrainingText> texts = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Labelled> seen = new HashMap<>();
    private boolean complete;

    private record Labelled(String topic, Place place) {}

    TrainingFiles(Path folder, Known known, Faults faults) {
        this.known = known;
        this.faults = faults;
        var files = Folder.files(folder, faults);
        this.complete = !files.isEmpty();
        files.forEach(this::readFile);
    }

    /** All texts, by the name of the file and then by line, so that training gives the same model every time. */
    List<TrainingText> texts() {
        return List.copyOf(texts);
    }

    /** Says so when the topic has too few texts to be learnt; not when a file could not be read, which says more. */
    Optional<String> complaint(String topic) {
        var count = counts.getOrDefault(topic, 0);
        return !complete || count >= FEWEST_TEXTS
                ? Optional.empty()
                : Optional.of("topic " + topic + " has " + count + " training texts, and needs " + FEWEST_TEXTS
                        + " or more under training/");
    }

    private void readFile(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            faults.add(file, 1, "the name must be <department>.<language>.tsv, such as transportation.en.tsv");
            return;
        }
        var language = name.group(2);
        known.departments().complaint(name.group(1)).ifPresent(complaint -> faults.add(file, 1, complaint));
        Names.languages().complaint(language).ifPresent(complaint -> faults.add(file, 1, complaint));
        var content = TextFile.read(file, faults);
        complete &= content.isPresent();
        var number = 0;
        for (var line : content.orElse("").lines().toList()) {
            number++;
            if (!line.startsWith("#")) {
                readLine(line, language, new Place(file, number));
            }
        }
    }

    private void readLine(String line, String language, Place place) {
        var parts = line.split("\t", -1);
        if (parts.length != 2) {
            faults.add(place, "must be a topic, one tab and a text; there are " + (parts.length - 1) + " tabs");
            return;
        }
        var topic = parts[0].strip();
        var text = parts[1].strip();
        known.topics().complaint(topic).ifPresent(complaint -> faults.add(place, complaint));
        if (text.isEmpty()) {
            faults.add(place, "the text is empty");
            return;
        }
        var earlier = seen.putIfAbsent(sameness(text), new Labelled(topic, place));
        if (earlier != null && !earlier.topic().equals(topic)) {
            faults.add(
                    place,
                    "the same text stands under " + earlier.topic() + " at " + earlier.place()
                            + "; it can teach only one topic");
        }
        counts.merge(topic, 1, Integer::sum);
        texts.add(new TrainingText(topic, language, text));
    }

    private static String sameness(String text) {
        return SPACE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }
}
