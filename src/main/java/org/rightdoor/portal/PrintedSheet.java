package org.rightdoor.portal;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * One sheet of paper as a PDF, measured in points from its upper left corner. Letters are drawn as outlines: Java's
 * own layout sets every script right, joined and from right to left where it is written so, and no font has to be
 * embedded.
 */
final class PrintedSheet implements AutoCloseable {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final PDDocument document = new PDDocument();
    private final PDRectangle paper;
    private final PDPageContentStream ink;
    private final AffineTransform upright;

    PrintedSheet(PDRectangle paper, String title, String language) throws IOException {
        this.paper = paper;
        var page = new PDPage(paper);
        document.addPage(page);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language);
        // A PDF counts from the lower left corner.
        upright = new AffineTransform(1, 0, 0, -1, 0, paper.getHeight());
        ink = new PDPageContentStream(document, page);
    }

    double width() {
        return paper.getWidth();
    }

    double height() {
        return paper.getHeight();
    }

    void fill(Shape shape, Color colour) {
        try {
            ink.setNonStrokingColor(colour);
            Ink.fill(shape.getPathIterator(upright), ink);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Writes the text in the middle of the sheet, on as many lines as it needs within that width, and gives where it
     * ends.
     */
    double write(String text, Font font, Color colour, double top, double within) {
        var baseline = top;
        for (var line : lines(text, font, within)) {
            baseline += line.getAscent();
            var left = (width() - line.getAdvance()) / 2;
            fill(line.getOutline(AffineTransform.getTranslateInstance(left, baseline)), colour);
            baseline += line.getDescent() + line.getLeading();
        }
        return baseline;
    }

    /** The same font, so much smaller that the text fits into that many lines. */
    static Font fitting(String text, Font font, double within, int mostLines) {
        var fitting = font;
        while (lines(text, fitting, within).size() > mostLines) fitting = fitting.deriveFont(fitting.getSize2D() - 1);
        return fitting;
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

    private static List<TextLayout> lines(String text, Font font, double within) {
        var attributed = new AttributedString(text);
        attributed.addAttribute(TextAttribute.FONT, font);
        var characters = attributed.getIterator();
        var measurer = new LineBreakMeasurer(characters, EXACT);
        var lines = new ArrayList<TextLayout>();
        while (measurer.getPosition() < characters.getEndIndex()) lines.add(measurer.nextLayout((float) within));
        return lines;
    }
}
