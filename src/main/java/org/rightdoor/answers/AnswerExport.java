package org.rightdoor.answers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.rightdoor.routing.RoutingRules;

/**
 * What was published at the desk, put into the files: whatever an answer that was not touched says there, comments included,
 * stays letter for letter.
 */
public final class AnswerExport {

    private static final Pattern ENTRY = Pattern.compile("(?m)^(?=- )");
    private static final Pattern ID = Pattern.compile("(?m)^(?:- |  )id:\\s*['\"]?([\\w-]+)");

    private AnswerExport() {}

    /** The files that change, by their path within {@code routing-rules/}. */
    public static Map<String, String> files(Path directory, List<WrittenAnswer> published, RoutingRules rules)
            throws IOException {
        var yaml = new LinkedHashMap<String, String>();
        var departments = new LinkedHashMap<String, String>();
        for (var written : published) {
            yaml.put(written.answerId, written.yaml);
            WrittenAnswers.read(written, rules)
                    .ifPresent(answer -> departments.put(answer.id(), rules.department(answer.topic())));
        }
        var changed = new TreeMap<String, String>();
        for (var department : rules.departments().keySet()) {
            var name = "answers/" + department + ".yml";
            var file = directory.resolve(name);
            var before = Files.exists(file) ? Files.readString(file) : "";
            var after = merged(before, department, yaml, departments);
            if (!after.equals(before)) changed.put(name, after);
        }
        return changed;
    }

    /** Those files as a ZIP to be unpacked over {@code routing-rules/}. */
    public static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String merged(
            String before, String department, Map<String, String> yaml, Map<String, String> departments) {
        var left = departments.entrySet().stream()
                .filter(answer -> answer.getValue().equals(department))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var text = new StringBuilder();
        for (var entry : ENTRY.split(before)) {
            var id = ID.matcher(entry);
            if (!entry.startsWith("- ") || !id.find() || !yaml.containsKey(id.group(1))) {
                text.append(entry);
            } else if (left.remove(id.group(1))) {
                text.append(yaml.get(id.group(1))).append(entry.endsWith("\n\n") ? "\n" : "");
            }
        }
        for (var id : yaml.keySet()) {
            if (!left.contains(id)) continue;
            if (!text.isEmpty() && !text.toString().endsWith("\n")) text.append("\n");
            text.append(text.isEmpty() ? "" : "\n").append(yaml.get(id));
        }
        return text.toString();
    }
}
