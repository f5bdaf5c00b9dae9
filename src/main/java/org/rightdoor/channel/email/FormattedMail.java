package org.rightdoor.channel.email;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * A mail's HTML, reduced to what can neither run nor load anything.
 *
 * @param remotePictures how many pictures on other sites it wanted to load: they would tell the sender that it was read
 */
record FormattedMail(String html, int remotePictures) {

    /** In characters; what is longer is shown as text only. */
    private static final int LONGEST = 500_000;

    private static final Safelist SAFE = Safelist.relaxed()
            .removeTags("img")
            .addTags("hr", "s", "center", "ins", "del")
            .addProtocols("a", "href", "tel")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
            .addEnforcedAttribute("a", "target", "_blank");

    private static final Pattern REMOTE_STYLE = Pattern.compile("(?i)url\\(\\s*['\"]?(https?:)?//");

    /** Null when there is nothing to show. */
    static FormattedMail of(String source) {
        if (source.isBlank() || source.length() > LONGEST) return null;
        var document = Jsoup.parse(source);
        var remote = 0;
        for (var picture : document.select("img, input[type=image]")) {
            if (isRemote(picture.attr("src")) || isRemote(picture.attr("srcset"))) remote++;
            picture.replaceWith(new TextNode(shown(picture)));
        }
        for (var element : document.getAllElements()) {
            if (isRemote(element.attr("background"))
                    || REMOTE_STYLE.matcher(element.attr("style")).find()) remote++;
        }
        var clean = new Cleaner(SAFE).clean(document);
        return clean.body().html().isBlank()
                ? null
                : new FormattedMail(clean.body().html(), remote);
    }

    private static boolean isRemote(String address) {
        return address.strip().matches("(?is)(https?:)?//.*");
    }

    /** What stands in place of a picture; one without a name is there to count readers. */
    private static String shown(Element picture) {
        var name = picture.attr("alt").strip();
        return name.isEmpty() ? "" : "[" + name + "]";
    }
}
