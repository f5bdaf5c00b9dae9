package org.rightdoor.desk.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** On which line of a file an entry begins, for people who want to change it; the files themselves are read elsewhere. */
final class WhereWritten {

    private static final Pattern KEY = Pattern.compile("^([\\w-]+):.*");
    private static final Pattern ID = Pattern.compile("^(?:- |  )id:\\s*['\"]?([\\w-]+).*");

    private WhereWritten() {}

    /** {@code file:line} by the key or the id of the entry; nothing where the file cannot be read. */
    static Map<String, String> in(Path directory, String file) {
        var places = new LinkedHashMap<String, String>();
        try {
            var number = 0;
            for (var line : Files.readAllLines(directory.resolve(file))) {
                number++;
                var key = KEY.matcher(line);
                var id = ID.matcher(line);
                if (key.matches()) places.putIfAbsent(key.group(1), file + ":" + number);
                else if (id.matches()) places.putIfAbsent(id.group(1), file + ":" + number);
            }
        } catch (IOException unreadable) {
            return Map.of();
        }
        return places;
    }
}
