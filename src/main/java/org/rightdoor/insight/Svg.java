package org.rightdoor.insight;

import java.util.Locale;

/**
 * A drawing for a page: as wide as there is room, so many pixels high. Places across are in percent and letters keep their size,
 * so that it can be read on a small phone; colours and letters come from the style sheet.
 */
final class Svg {

    private final StringBuilder text = new StringBuilder();
    private final String label;
    private final int height;

    Svg(String label, int height) {
        this.label = label;
        this.height = height;
    }

    Svg rect(String kind, double x, double y, double width, double height) {
        return add(
                "<rect class=\"%s\" x=\"%.2f%%\" y=\"%.1f\" width=\"%.2f%%\" height=\"%.1f\" rx=\"3\"/>",
                kind, x, y, width, height);
    }

    Svg line(String kind, double x1, double y1, double x2, double y2) {
        return add("<line class=\"%s\" x1=\"%.2f%%\" y1=\"%.1f\" x2=\"%.2f%%\" y2=\"%.1f\"/>", kind, x1, y1, x2, y2);
    }

    Svg dot(String kind, double x, double y, double radius) {
        return add("<circle class=\"%s\" cx=\"%.2f%%\" cy=\"%.1f\" r=\"%.1f\"/>", kind, x, y, radius);
    }

    /** @param anchor start, middle or end */
    Svg write(String kind, double x, double y, String anchor, String words) {
        add("<text class=\"%s\" x=\"%.2f%%\" y=\"%.1f\" text-anchor=\"%s\">", kind, x, y, anchor);
        text.append(escaped(words)).append("</text>");
        return this;
    }

    /** A name and its figure at both ends of one line; a name that is too long for what room there is ends in three dots. */
    Svg named(double y, String name, String figure) {
        add("<foreignObject x=\"0\" y=\"%.1f\" width=\"100%%\" height=\"20\"><p class=\"named\"><span>", y);
        text.append(escaped(name)).append("</span><b>").append(escaped(figure)).append("</b></p></foreignObject>");
        return this;
    }

    /** A line through points whose places across are in percent. */
    Svg path(String kind, double[] x, double[] y) {
        add("<svg viewBox=\"0 0 100 %d\" width=\"100%%\" height=\"%d\" preserveAspectRatio=\"none\">", height, height);
        text.append("<polyline class=\"").append(kind).append("\" points=\"");
        for (var i = 0; i < x.length; i++) add("%.2f,%.1f ", x[i], y[i]);
        text.append("\"/></svg>");
        return this;
    }

    private Svg add(String form, Object... values) {
        text.append(String.format(Locale.ROOT, form, values));
        return this;
    }

    @Override
    public String toString() {
        return "<svg class=\"chart\" role=\"img\" aria-label=\"" + escaped(label) + "\" width=\"100%\" height=\""
                + height + "\">" + text + "</svg>";
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
