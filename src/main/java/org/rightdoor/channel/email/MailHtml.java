package org.rightdoor.channel.email;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/** The HTML version of a mail: the same words in paragraphs, with links that can be pressed. */
final class MailHtml {

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ps", "ur", "yi");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    private MailHtml() {}

    static String of(String text, String footer, String language) {
        var direction = RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
        return """
                <!doctype html>
                <html lang="%s" dir="%s"><head><meta charset="utf-8"></head>
                <body style="font-family: sans-serif; font-size: 1rem; line-height: 1.5">
                %s
                <hr>
                <div style="color: #555">%s</div>
                </body></html>
                """
                .formatted(Entities.escape(language), direction, paragraphs(text), paragraphs(footer));
    }

    private static String paragraphs(String text) {
        return Arrays.stream(text.strip().split("\\n\\s*\\n"))
                .map(paragraph -> "<p>" + withLinks(Entities.escape(paragraph)).replace("\n", "<br>\n") + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String withLinks(String escaped) {
        return LINK.matcher(escaped).replaceAll("<a href=\"$0\">$0</a>");
    }
}
