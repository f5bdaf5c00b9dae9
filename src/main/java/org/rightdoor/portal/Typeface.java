package org.rightdoor.portal;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters of one PDF. Latin with Vietnamese, Greek and Cyrillic stand in it as text, in DejaVu Sans Condensed. Arabic and Hebrew are
 * drawn as outlines by Java's own layout, which joins and turns them right, with their words beside; so is what DejaVu has not,
 * such as Chinese, as far as the machine has a font for it. What no font has stands as a box.
 */
public final class Typeface {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /** Java's own form of the fonts, which is made once. */
    private static final class Drawn {
        private static final Font PLAIN = font(false);
        private static final Font BOLD = font(true);

        private static Font font(boolean bold) {
            try (var file = file(bold)) {
                return Font.createFont(Font.TRUETYPE_FONT, file);
            } catch (FontFormatException | IOException partOfTheProgram) {
                throw new IllegalStateException(partOfTheProgram);
            }
        }
    }

    private final PDFont plain;
    private final PDFont bold;

    public Typeface(PDDocument document) throws IOException {
        plain = embedded(document, false);
        bold = embedded(document, true);
    }

    /** How wide the text is, in points. */
    public float width(String text, boolean strong, float points) {
        try {
            return canStand(text, strong)
                    ? font(strong).getStringWidth(text) / 1000 * points
                    : text.isEmpty() ? 0 : layout(text, strong, points).getAdvance();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** Writes the text from that place on, counted in points from the lower left corner, in the colour that is set. */
    public void write(PDPageContentStream page, String text, boolean strong, float points, float x, float y)
            throws IOException {
        if (text.isEmpty()) return;
        if (!canStand(text, strong)) {
            draw(page, text, layout(text, strong, points), x, y);
            return;
        }
        page.beginText();
        page.setFont(font(strong), points);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }

    /** Draws what Java has laid out, with its words beside. */
    public static void draw(PDPageContentStream page, String text, TextLayout layout, float x, float y)
            throws IOException {
        var words = new COSDictionary();
        words.setString(COSName.ACTUAL_TEXT, text);
        page.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(words));
        // A PDF counts from the lower left corner.
        Ink.fill(layout.getOutline(new AffineTransform(1, 0, 0, -1, x, y)).getPathIterator(null), page);
        page.endMarkedContent();
    }

    private static TextLayout layout(String text, boolean strong, float points) {
        return new TextLayout(text, drawn(text, strong, points), EXACT);
    }

    /** Java's font for a text that is drawn. */
    public static Font drawn(String text, boolean strong, float points) {
        var own = strong ? Drawn.BOLD : Drawn.PLAIN;
        var font = own.canDisplayUpTo(text) < 0 ? own : new Font(Font.SANS_SERIF, strong ? Font.BOLD : Font.PLAIN, 1);
        return font.deriveFont(points);
    }

    /** False for what is drawn. */
    public boolean canStand(String text, boolean strong) throws IOException {
        if (Bidi.requiresBidi(text.toCharArray(), 0, text.length())) return false;
        try {
            font(strong).encode(text);
            return true;
        } catch (IllegalArgumentException aLetterThatTheFontHasNot) {
            return false;
        }
    }

    private PDFont font(boolean strong) {
        return strong ? bold : plain;
    }

    private static PDFont embedded(PDDocument document, boolean strong) throws IOException {
        try (var file = file(strong)) {
            return PDType0Font.load(document, file, true);
        }
    }

    private static InputStream file(boolean strong) {
        var name = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed" + (strong ? "-Bold" : "") + ".ttf";
        return Typeface.class.getResourceAsStream(name);
    }
}
