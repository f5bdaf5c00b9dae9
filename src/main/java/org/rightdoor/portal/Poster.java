package org.rightdoor.portal;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.rightdoor.routing.District;
import org.rightdoor.routing.School;
import org.rightdoor.routing.Spoken;

/**
 * A sheet for a school's wall: whoever scans it asks that school's question. It speaks one language in full and greets
 * in all the others; the page behind it then speaks the reader's own.
 *
 * @param publicUrl where families reach us
 */
record Poster(District district, School school, String language, URI publicUrl) {

    private static final Color INK = new Color(0x26221b);
    private static final Color SOFT = new Color(0x5d5648);
    private static final Color PAPER = new Color(0xfaf7f1);
    private static final double MARGIN = 54;
    private static final double FOOT = 122;
    private static final double LARGEST_FRAME = 270;

    /** Of the frame around the code: a reader needs four modules of white on each side. */
    private static final double BLANK = 0.11;

    /** A shorter line is read from farther away, a smaller one is not. */
    private static final double SMALLEST_HEADLINE = 34;

    /** Paper that is sold where the reader is. */
    enum Paper {
        LETTER(PDRectangle.LETTER),
        A4(PDRectangle.A4);

        private final PDRectangle size;

        Paper(PDRectangle size) {
            this.size = size;
        }
    }

    /** What the code leads to; the language stays out, so that the reader's telephone says it. */
    URI target() {
        return URI.create(publicUrl + "/?school=" + school.key());
    }

    /** The languages that no font of this machine can write. */
    List<String> unwritable() {
        return district.languages().stream()
                .filter(one -> font(Font.PLAIN, 12).canDisplayUpTo(question(one)) >= 0)
                .toList();
    }

    byte[] pdf(Paper paper) throws IOException {
        var texts = Spoken.in(language, Texts.class);
        var title = texts.askTitle() + " " + district.name().in(language) + ", " + school.name();
        try (var sheet = new PrintedSheet(paper.size, title, language)) {
            var within = sheet.width() - 2 * MARGIN;
            sheet.fill(new Rectangle2D.Double(0, 0, sheet.width(), 110), accent());
            sheet.write(district.name().in(language), font(Font.PLAIN, 15), PAPER, 26, within);
            sheet.write(
                    school.name(),
                    PrintedSheet.fitting(school.name(), font(Font.BOLD, 27), within, 1),
                    PAPER,
                    50,
                    within);
            var y = sheet.write(texts.askTitle(), headline(texts.askTitle(), within), accent(), 132, within);
            y = sheet.write(texts.posterIntro(), font(Font.PLAIN, 16), INK, y + 4, within) + 20;
            var address = publicUrl.getSchemeSpecificPart().substring(2);
            var below = sheet.height() - FOOT - 70;
            y = code(sheet, y, Math.min(LARGEST_FRAME, below - y)) + 12;
            y = sheet.write(texts.posterScan(), font(Font.PLAIN, 14), SOFT, y, within) + 2;
            sheet.write(address, PrintedSheet.fitting(address, font(Font.BOLD, 19), within, 1), INK, y, within);
            foot(sheet, within);
            return sheet.pdf();
        }
    }

    private static Font headline(String question, double within) {
        var onOneLine = PrintedSheet.fitting(question, font(Font.BOLD, 46), within, 1);
        return onOneLine.getSize2D() >= SMALLEST_HEADLINE
                ? onOneLine
                : PrintedSheet.fitting(question, font(Font.BOLD, 46), within, 2);
    }

    private double code(PrintedSheet sheet, double top, double frame) {
        var left = (sheet.width() - frame) / 2;
        var blank = frame * BLANK;
        sheet.fill(new RoundRectangle2D.Double(left - 3, top - 3, frame + 6, frame + 6, 26, 26), accent());
        sheet.fill(new RoundRectangle2D.Double(left, top, frame, frame, 20, 20), Color.WHITE);
        sheet.fill(QrCode.of(target()).drawn(left + blank, top + blank, frame - 2 * blank), Color.BLACK);
        return top + frame;
    }

    private void foot(PrintedSheet sheet, double within) {
        var y = sheet.height() - FOOT;
        for (var greetings : greetings()) y = sheet.write(greetings, font(Font.BOLD, 12), accent(), y, within) + 3;
        sheet.write(district.emergency().in(language), font(Font.PLAIN, 10), SOFT, y + 6, within);
    }

    /** The question in every other language, three to a line. */
    private List<String> greetings() {
        var others = district.languages().stream()
                .filter(one -> !one.equals(language))
                .map(Poster::question)
                .toList();
        return Stream.iterate(0, from -> from < others.size(), from -> from + 3)
                .map(from -> String.join("   ·   ", others.subList(from, Math.min(from + 3, others.size()))))
                .toList();
    }

    private static String question(String language) {
        return Spoken.in(language, Texts.class).askTitle();
    }

    private Color accent() {
        var accent = district.look().accent();
        return new Color(accent.red(), accent.green(), accent.blue());
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
