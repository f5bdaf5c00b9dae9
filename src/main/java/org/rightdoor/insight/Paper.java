package org.rightdoor.insight;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.rightdoor.portal.Typeface;

/** Sheets of paper that are written from top to bottom, in points; what does not fit begins another one. */
final class Paper implements AutoCloseable {

    static final Color INK = new Color(0x26221b);
    static final Color SOFT = new Color(0x5d5648);
    static final Color ACCENT = new Color(0x1f6b58);
    static final Color LINE = new Color(0xddd5c6);

    private static final float EDGE = 54;
    private static final float FOOT = 40;

    private final PDDocument document = new PDDocument();
    private final Typeface letters;
    private final PDRectangle size;
    private final String foot;
    private PDPageContentStream ink;
    private float y;
    private int pages;

    Paper(PDRectangle size, String title, String foot) throws IOException {
        this.letters = new Typeface(document);
        this.size = size;
        this.foot = foot;
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage("en");
        turn();
    }

    float width() {
        return size.getWidth() - 2 * EDGE;
    }

    /** Begins another sheet unless there is that much room left. */
    Paper room(float points) throws IOException {
        if (y - points < EDGE + FOOT) turn();
        return this;
    }

    private void turn() throws IOException {
        if (ink != null) ink.close();
        var page = new PDPage(size);
        document.addPage(page);
        ink = new PDPageContentStream(document, page);
        y = size.getHeight() - EDGE;
        pages++;
        letters(false, 8, SOFT, EDGE, EDGE - 14, foot + " · page " + pages);
    }

    Paper down(float points) {
        y -= points;
        return this;
    }

    Paper heading(String text, float points) throws IOException {
        room(points + 40);
        y -= points;
        letters(true, points, INK, EDGE, y, text);
        y -= points * 0.6f;
        return this;
    }

    Paper line(String text, float points, Color colour) throws IOException {
        for (var part : wrapped(text, points)) {
            room(points * 1.4f);
            y -= points;
            letters(false, points, colour, EDGE, y, part);
            y -= points * 0.4f;
        }
        return this;
    }

    /** One line with texts that begin at these shares of the width. */
    Paper columns(double[] at, boolean strong, String... texts) throws IOException {
        room(18);
        y -= 11;
        for (var i = 0; i < texts.length; i++) {
            letters(strong || i == 1, 8, strong ? SOFT : INK, EDGE + (float) at[i] * width(), y, texts[i]);
        }
        y -= 5;
        rule();
        return this;
    }

    private void rule() throws IOException {
        ink.setStrokingColor(LINE);
        ink.setLineWidth(0.5f);
        ink.moveTo(EDGE, y);
        ink.lineTo(EDGE + width(), y);
        ink.stroke();
    }

    /** A bar with its name before it and its figure behind it; a tick is the past. */
    Paper bar(String name, double share, double past, String figure) throws IOException {
        room(18);
        var left = EDGE + 0.36f * width();
        var room = 0.4f * width();
        y -= 13;
        letters(false, 9, INK, EDGE, y, fitting(name, 0.34f * width()));
        ink.setNonStrokingColor(LINE);
        ink.addRect(left, y - 1, room, 8);
        ink.fill();
        ink.setNonStrokingColor(ACCENT);
        ink.addRect(left, y - 1, (float) Math.max(0, share) * room, 8);
        ink.fill();
        if (past > 0) {
            ink.setNonStrokingColor(INK);
            ink.addRect(left + (float) past * room - 0.7f, y - 3, 1.4f, 12);
            ink.fill();
        }
        letters(false, 9, INK, left + room + 8, y, figure);
        y -= 3;
        return this;
    }

    byte[] pdf() throws IOException {
        ink.close();
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void letters(boolean strong, float points, Color colour, float x, float at, String text)
            throws IOException {
        ink.setNonStrokingColor(colour);
        letters.write(ink, writable(text), strong, points, x, at);
    }

    private List<String> wrapped(String text, float points) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && wide(longer, points) > width()) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private String fitting(String text, float most) {
        if (wide(text, 9) <= most) return text;
        var end = text.length();
        while (end > 0 && wide(text.substring(0, end).stripTrailing() + "…", 9) > most) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    private float wide(String text, float points) {
        return letters.width(writable(text), false, points);
    }

    private static String writable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
