package org.rightdoor.channel.email;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Turns the HTML of a mail into the text a person would read aloud, with links as text and quotes marked by {@code >}. */
final class ReadableHtml implements NodeVisitor {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "table",
            "tr",
            "blockquote",
            "pre",
            "section",
            "article",
            "header",
            "footer",
            "address",
            "dl",
            "dt",
            "dd",
            "center",
            "hr");
    private static final Set<String> SET_APART = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table");
    private static final String NEVER_READ =
            "script, style, head, title, template, noscript, object, svg, [hidden], [style~=(?i)display\\s*:\\s*none],"
                    + " [style~=(?i)mso-hide\\s*:\\s*all]";
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u034F\\u200B\\u200C\\uFEFF]+");

    private final StringBuilder out = new StringBuilder();
    private int quotes;

    private ReadableHtml() {}

    static String of(String html) {
        var document = Jsoup.parse(html);
        document.select(NEVER_READ).remove();
        var text = new ReadableHtml();
        document.body().traverse(text);
        return text.out
                .toString()
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) append(text);
        if (!(node instanceof Element element)) return;
        var tag = element.normalName();
        if (tag.equals("blockquote")) {
            newLine();
            quotes++;
        }
        if (tag.equals("br")) lineBreak();
        if (BLOCKS.contains(tag)) newLine();
        if (tag.equals("li")) write("- ");
        if (tag.equals("img")) write(element.attr("alt"));
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) return;
        var tag = element.normalName();
        if (tag.equals("a")) appendLink(element);
        if (tag.equals("td") || tag.equals("th")) write(" ");
        if (BLOCKS.contains(tag)) newLine();
        if (SET_APART.contains(tag) && !out.isEmpty()) lineBreak();
        if (tag.equals("blockquote")) quotes--;
    }

    private void append(TextNode node) {
        var text = INVISIBLE.matcher(node.getWholeText()).replaceAll("");
        if (insidePre(node)) {
            text.lines().forEach(line -> {
                write(line);
                lineBreak();
            });
            return;
        }
        var flowing = SPACE.matcher(text).replaceAll(" ");
        write(atLineStart() || out.charAt(out.length() - 1) == ' ' ? flowing.stripLeading() : flowing);
    }

    private static boolean insidePre(TextNode node) {
        var parent = node.parent();
        return parent instanceof Element && ((Element) parent).closest("pre") != null;
    }

    /** "forms <https://...>", unless the link's text says its address already. */
    private void appendLink(Element link) {
        var target = link.attr("href").strip();
        if (!target.matches("(?is)(https?://|mailto:|tel:).+")) return;
        var address = target.replaceFirst("(?i)^(mailto|tel):", "");
        var shown = link.text().strip();
        if (shown.contains(address) || bare(shown).equals(bare(address))) return;
        write(" <" + address + ">");
    }

    private static String bare(String address) {
        return address.replaceFirst("(?i)^https?://(www\\.)?", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("/$", "");
    }

    private void write(String text) {
        if (text.isEmpty()) return;
        if (atLineStart()) out.append("> ".repeat(quotes));
        out.append(text);
    }

    private void newLine() {
        if (!atLineStart()) out.append('\n');
    }

    private void lineBreak() {
        if (atLineStart() && quotes > 0) out.append(">".repeat(quotes));
        out.append('\n');
    }

    private boolean atLineStart() {
        return out.isEmpty() || out.charAt(out.length() - 1) == '\n';
    }
}
