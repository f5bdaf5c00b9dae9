package org.rightdoor.understand;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One line {@code label<TAB>text} of a file to train on or to measure with. */
public record LabelledText(String label, String text) {

    /** The file cannot be used; the message names file, line and reason. */
    static final class Unusable extends Exception {
        Unusable(String message) {
            super(message);
        }
    }

    /** Reads UTF-8 lines; empty lines and lines that start with {@code #} are passed over. */
    static List<LabelledText> read(Path file) throws Unusable {
        var texts = new ArrayList<LabelledText>();
        int number = 0;
        for (var line : lines(file)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                texts.add(parse(line, file + ":" + number));
            }
        }
        if (texts.isEmpty()) {
            throw new Unusable(file + ": has no line of the form label<TAB>text");
        }
        return texts;
    }

    private static LabelledText parse(String line, String place) throws Unusable {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            throw new Unusable(place + ": no tab between label and text");
        }
        if (line.substring(0, tab).isBlank()) {
            throw new Unusable(place + ": no label before the tab");
        }
        return new LabelledText(line.substring(0, tab).strip(), line.substring(tab + 1));
    }

    private static List<String> lines(Path file) throws Unusable {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new Unusable(file + ": no such file");
        } catch (MalformedInputException e) {
            throw new Unusable(file + ": is not UTF-8 text");
        } catch (IOException e) {
            throw new Unusable(file + ": cannot be read (" + e.getMessage() + ")");
        }
    }
}
