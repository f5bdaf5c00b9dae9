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
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Sheets of paper that are written from top to bottom, in points; what does not fit begins another one. */
final class Paper implements AutoCloseable {

    static final Color INK = new Color(0x26221b);
    static final Color SOFT = new Color(0x5d5648);
    static final Color ACCENT = new Color(0x1f6b58);
    static final Color LINE = new Color(0xddd5c6);

    private static final float EDGE = 54;
    private static final float FOOT = 40;

    private final PDDocument document = new PDDocument();
    private final PDFont plain = new PDType1Font(FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private final PDRectangle size;
    private final String foot;
    private PDPageContentStream ink;
    private float y;
    private int pages;

    Paper(PDRectangle size, String title, String foot) throws IOException {
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
        letters(plain, 8, SOFT, EDGE, EDGE - 14, foot + " · page " + pages);
    }

    Paper down(float points) {
        y -= points;
        return this;
    }

    Paper heading(String text, float points) throws IOException {
        room(points + 40);
        y -= points;
        letters(bold, points, INK, EDGE, y, text);
        y -= points * 0.6f;
        return this;
    }

    Paper line(String text, float points, Color colour) throws IOException {
        for (var part : wrapped(text, points)) {
            room(points * 1.4f);
            y -= points;
            letters(plain, points, colour, EDGE, y, part);
            y -= points * 0.4f;
        }
        return this;
    }

    /** One line with texts that begin at these shares of the width. */
    Paper columns(double[] at, boolean strong, String... texts) throws IOException {
        room(18);
        y -= 11;
        for (var i = 0; i < texts.length; i++) {
            letters(
                    strong || i == 1 ? bold : plain,
                    9,
                    strong ? SOFT : INK,
                    EDGE + (float) at[i] * width(),
                    y,
                    texts[i]);
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
        letters(plain, 9, INK, EDGE, y, fitting(name, 0.34f * width()));
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
        letters(plain, 9, INK, left + room + 8, y, figure);
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

    private void letters(PDFont font, float points, Color colour, float x, float at, String text) throws IOException {
        ink.beginText();
        ink.setFont(font, points);
        ink.setNonStrokingColor(colour);
        ink.newLineAtOffset(x, at);
        ink.showText(writable(text));
        ink.endText();
    }

    private List<String> wrapped(String text, float points) throws IOException {
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

    private String fitting(String text, float most) throws IOException {
        var fitting = text;
        while (wide(fitting, 9) > most) fitting = fitting.substring(0, fitting.length() - 2) + "…";
        return fitting;
    }

    private float wide(String text, float points) throws IOException {
        return plain.getStringWidth(writable(text)) * points / 1000;
    }

    // The fonts that every reader of PDF has know the letters of western Europe.
    private static String writable(String text) {
        var out = new StringBuilder();
        text.replace("→", "to").codePoints().forEach(c -> {
            var known = c >= 0x20 && c < 0x7f || c >= 0xa0 && c <= 0xff || "–—‘’“”…€".indexOf(c) >= 0;
            out.append(known ? Character.toString(c) : "?");
        });
        return out.toString();
    }
}
