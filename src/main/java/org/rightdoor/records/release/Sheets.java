package org.rightdoor.records.release;

import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.OutputStream;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.rightdoor.portal.Typeface;

/**
 * Text that flows over numbered sheets of paper, as a PDF, in the letters of {@link Typeface}: Latin, Greek and Cyrillic to be
 * searched and copied, other scripts drawn with their words beside.
 */
final class Sheets implements AutoCloseable {

    private static final PDRectangle PAPER = PDRectangle.LETTER;
    private static final float MARGIN = 54;
    private static final float WITHIN = PAPER.getWidth() - 2 * MARGIN;
    private static final float LEADING = 1.35f;
    private static final float FOOT = 30;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /** How large and how heavy a piece of text is. */
    enum Style {
        TITLE(16, true),
        HEADING(10, true),
        TEXT(10, false),
        FOOT_LINE(8, false);

        private final float size;
        private final boolean strong;

        Style(float size, boolean strong) {
            this.size = size;
            this.strong = strong;
        }
    }

    /** Parts on disk: a release may be thousands of pages. */
    private final PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());

    private final Typeface letters = new Typeface(document);

    private PDPageContentStream page;
    private float y;

    Sheets(String title) throws IOException {
        document.getDocumentInformation().setTitle(title);
    }

    /** What comes next stands at the top of a new sheet. */
    void newSheet() throws IOException {
        if (page != null) page.close();
        var sheet = new PDPage(PAPER);
        document.addPage(sheet);
        page = new PDPageContentStream(document, sheet, AppendMode.OVERWRITE, true);
        y = PAPER.getHeight() - MARGIN;
    }

    void space(float points) {
        y -= points;
    }

    /** Writes a text of one or more paragraphs; null and blank ones take no room. */
    void write(String text, Style style) throws IOException {
        if (text == null) return;
        for (var paragraph : text.lines().toList()) {
            var clean = clean(paragraph);
            if (clean.isBlank()) space(style.size / 2);
            else if (letters.canStand(clean, style.strong)) stand(clean, style);
            else draw(clean, style);
        }
    }

    int sheets() {
        return document.getNumberOfPages();
    }

    /** Lets the sheets from that one on, counted from 0, come first. */
    void moveToFront(int from) {
        var pages = document.getPages();
        for (int i = from; i < sheets(); i++) {
            var moved = document.getPage(i);
            var before = document.getPage(i - from);
            pages.remove(i);
            pages.insertBefore(moved, before);
        }
    }

    /** Numbers the sheets and writes all. */
    void writeTo(OutputStream out, String foot) throws IOException {
        if (page != null) page.close();
        int number = 0;
        for (var sheet : document.getPages()) {
            number++;
            page = new PDPageContentStream(document, sheet, AppendMode.APPEND, true, true);
            y = FOOT + Style.FOOT_LINE.size * LEADING;
            write(foot + " · " + number + " / " + sheets(), Style.FOOT_LINE);
            page.close();
        }
        page = null;
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void line(Style style) throws IOException {
        if (page == null || y - style.size * LEADING < MARGIN && style != Style.FOOT_LINE) newSheet();
        y -= style.size * LEADING;
    }

    private void stand(String text, Style style) throws IOException {
        for (var line : wrapped(text, style)) {
            line(style);
            letters.write(page, line, style.strong, style.size, MARGIN, y);
        }
    }

    private List<String> wrapped(String text, Style style) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split("(?<= )")) {
            if (!line.isEmpty() && width(line + word.stripTrailing(), style) > WITHIN) {
                lines.add(line);
                line = "";
            }
            // An address without a blank is longer than a line.
            while (width(word.stripTrailing(), style) > WITHIN) {
                var fits = fitting(word, style);
                lines.add(word.substring(0, fits));
                word = word.substring(fits);
            }
            line += word;
        }
        lines.add(line);
        return lines;
    }

    /** How many of its first letters a line has room for. */
    private int fitting(String word, Style style) {
        var end = 1;
        while (end < word.length() && width(word.substring(0, end + 1), style) <= WITHIN) end++;
        return end;
    }

    private float width(String text, Style style) {
        return letters.width(text, style.strong, style.size);
    }

    private void draw(String text, Style style) throws IOException {
        var attributed = new AttributedString(text);
        attributed.addAttribute(TextAttribute.FONT, Typeface.drawn(text, style.strong, style.size));
        var characters = attributed.getIterator();
        var measurer = new LineBreakMeasurer(characters, EXACT);
        while (measurer.getPosition() < characters.getEndIndex()) {
            int from = measurer.getPosition();
            var layout = measurer.nextLayout(WITHIN);
            line(style);
            var left = layout.isLeftToRight() ? MARGIN : MARGIN + WITHIN - layout.getAdvance();
            Typeface.draw(page, text.substring(from, measurer.getPosition()), layout, left, y);
        }
    }

    private static String clean(String text) {
        return text.replace('\u00a0', ' ').replace("\u00ad", "").replaceAll("\\p{Cntrl}", " ");
    }
}
