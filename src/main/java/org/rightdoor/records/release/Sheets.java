package org.rightdoor.records.release;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.OutputStream;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.rightdoor.portal.Ink;

/**
 * Text that flows over numbered sheets of paper, as a PDF. What Latin letters can write is text, to be searched and copied;
 * other scripts are drawn as outlines by Java's own layout, which joins and turns them right, with their words beside.
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
        TITLE(16, FontName.HELVETICA_BOLD),
        HEADING(10, FontName.HELVETICA_BOLD),
        TEXT(10, FontName.HELVETICA),
        FOOT_LINE(8, FontName.HELVETICA);

        private final float size;
        private final PDType1Font font;

        Style(float size, FontName name) {
            this.size = size;
            this.font = new PDType1Font(name);
        }

        private Font drawn() {
            var weight = font.getName().endsWith("Bold") ? Font.BOLD : Font.PLAIN;
            return new Font(Font.SANS_SERIF, weight, 1).deriveFont(size);
        }
    }

    /** Parts on disk: a release may be thousands of pages. */
    private final PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());

    private PDPageContentStream page;
    private float y;

    Sheets(String title) {
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
            else if (isLatin(clean, style)) writeLatin(clean, style);
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

    private void writeLatin(String text, Style style) throws IOException {
        for (var line : wrapped(text, style)) {
            line(style);
            page.beginText();
            page.setFont(style.font, style.size);
            page.newLineAtOffset(MARGIN, y);
            page.showText(line);
            page.endText();
        }
    }

    private static List<String> wrapped(String text, Style style) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split("(?<= )")) {
            if (!line.isEmpty() && width(line + word.stripTrailing(), style) > WITHIN) {
                lines.add(line.toString());
                line.setLength(0);
            }
            // An address without a blank is longer than a line.
            for (var letter : word.toCharArray()) {
                if (width(line.toString() + letter, style) > WITHIN && letter != ' ') {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(letter);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static float width(String text, Style style) throws IOException {
        return style.font.getStringWidth(text) / 1000 * style.size;
    }

    private void draw(String text, Style style) throws IOException {
        var attributed = new AttributedString(text);
        attributed.addAttribute(TextAttribute.FONT, style.drawn());
        var characters = attributed.getIterator();
        var measurer = new LineBreakMeasurer(characters, EXACT);
        while (measurer.getPosition() < characters.getEndIndex()) {
            int from = measurer.getPosition();
            var layout = measurer.nextLayout(WITHIN);
            line(style);
            var left = layout.isLeftToRight() ? MARGIN : MARGIN + WITHIN - layout.getAdvance();
            var words = new COSDictionary();
            words.setString(COSName.ACTUAL_TEXT, text.substring(from, measurer.getPosition()));
            page.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(words));
            // A PDF counts from the lower left corner.
            Ink.fill(
                    layout.getOutline(new AffineTransform(1, 0, 0, -1, left, y)).getPathIterator(null), page);
            page.endMarkedContent();
        }
    }

    private static String clean(String text) {
        return text.replace('\u00a0', ' ').replace("\u00ad", "").replaceAll("\\p{Cntrl}", " ");
    }

    private static boolean isLatin(String text, Style style) throws IOException {
        try {
            style.font.getStringWidth(text);
            return true;
        } catch (IllegalArgumentException aLetterThatTheFontHasNot) {
            return false;
        }
    }
}
