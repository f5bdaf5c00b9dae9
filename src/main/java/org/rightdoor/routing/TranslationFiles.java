package org.rightdoor.routing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.rightdoor.routing.Translations.Spot;

/** Reads {@code languages/<language>.yml}: one file a language, so that one person can review it. */
final class TranslationFiles {

    private static final String SUFFIX = ".yml";
    private static final Names LANGUAGES = Names.of("language of the pages", Spoken.LANGUAGES);

    private final Names departments;
    private final Names topics;
    private final Translations translations = new Translations();

    private TranslationFiles(Names departments, Names topics) {
        this.departments = departments;
        this.topics = topics;
    }

    /** The folder may be missing: then nothing is translated. */
    static Translations read(Path folder, Names departments, Names topics, Faults faults) {
        var files = new TranslationFiles(departments, topics);
        if (Files.exists(folder)) Folder.files(folder, faults).forEach(file -> files.readFile(file, faults));
        return files.translations;
    }

    private void readFile(Path file, Faults faults) {
        var name = file.getFileName().toString();
        if (!name.endsWith(SUFFIX)) {
            faults.add(file, 1, "the name must be <language>.yml, such as pt.yml");
            return;
        }
        var language = name.substring(0, name.length() - SUFFIX.length());
        LANGUAGES.complaint(language).ifPresent(complaint -> faults.add(file, 1, complaint));
        if (language.equals("en")) faults.add(file, 1, "English stands with the texts themselves, not here");
        new YamlFile(file, faults).one(entry -> new Reader(language, isReviewed(entry, false)).read(entry));
    }

    private static boolean isReviewed(Entry entry, boolean otherwise) {
        return entry.optionalNote("reviewed").map(who -> !who.isEmpty()).orElse(otherwise);
    }

    private final class Reader {

        private final String language;
        private final boolean reviewed;

        Reader(String language, boolean reviewed) {
            this.language = language;
            this.reviewed = reviewed;
        }

        Translations read(Entry file) {
            file.nested("district").ifPresent(this::district);
            file.nested("departments").ifPresent(this::departments);
            file.nested("topics").ifPresent(this::topics);
            file.nested("answers").ifPresent(this::answers);
            return translations;
        }

        private void district(Entry entry) {
            take(entry, new Spot("district", "", "name"));
            take(entry, new Spot("district", "", "emergency"));
        }

        private void departments(Entry entries) {
            for (var key : entries.keys()) {
                departments.complaint(key).ifPresent(complaint -> entries.fault(key, complaint));
                entries.nested(key).ifPresent(entry -> {
                    take(entry, new Spot("departments", key, "name"));
                    take(entry, new Spot("departments", key, "about"));
                });
            }
        }

        private void topics(Entry entries) {
            for (var key : entries.keys()) {
                topics.complaint(key).ifPresent(complaint -> entries.fault(key, complaint));
                entries.optionalText(key)
                        .ifPresent(
                                text -> translations.add(new Spot("topics", key, "title"), language, text, reviewed));
            }
        }

        private void answers(Entry entries) {
            for (var id : entries.keys()) {
                translations.addAnswer(id, entries.place(id));
                entries.nested(id).ifPresent(entry -> {
                    take(entry, new Spot("answers", id, "question"));
                    take(entry, new Spot("answers", id, "text"));
                });
            }
        }

        private void take(Entry entry, Spot spot) {
            var read = isReviewed(entry, reviewed);
            entry.optionalText(spot.field()).ifPresent(text -> translations.add(spot, language, text, read));
        }
    }
}
