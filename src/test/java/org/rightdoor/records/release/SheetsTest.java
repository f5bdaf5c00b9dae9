package org.rightdoor.records.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.rightdoor.records.release.Sheets.Style;

class SheetsTest {

    @Test
    void Long_texts_and_long_words_flow_over_numbered_sheets_and_no_word_is_lost() throws IOException {
        var said = new StringBuilder();
        for (int i = 0; i < 1_500; i++) said.append("word").append(i).append(i % 40 == 0 ? "\n\n" : " ");
        var address = "https://maple.example/" + "x".repeat(300);
        try (var pdf = written(said + "\n" + address + "\nMañana\u00a0«niño» €5\u0007")) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("word0", "word777", "word1499", "Mañana «niño» €5");
            assertThat(text.replaceAll("\\s", "")).contains(address);
            assertThat(text).contains("Foot · 1 / " + pdf.getNumberOfPages());
        }
    }

    @Test
    void Names_of_Vietnam_Russia_and_Greece_are_text_in_letters_that_the_file_brings() throws IOException {
        try (var pdf = written("Nguyễn Thị Hằng, Анна Иванова, Ελένη Παππά, Łukasz Żółć")) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Nguyễn Thị Hằng, Анна Иванова, Ελένη Παππά, Łukasz Żółć");
            var fonts = pdf.getPage(0).getResources();
            for (var name : fonts.getFontNames())
                assertThat(fonts.getFont(name).isEmbedded()).isTrue();
        }
    }

    @Test
    void Other_scripts_are_drawn_with_their_words_beside() throws IOException {
        try (var pdf = written("الحافلة متأخرة اليوم\n校车今天晚点了 😀")) {
            var beside = new ArrayList<String>();
            var lists = (COSDictionary)
                    pdf.getPage(0).getResources().getCOSObject().getDictionaryObject(COSName.PROPERTIES);
            for (var list : lists.keySet())
                beside.add(lists.getCOSDictionary(list).getString(COSName.ACTUAL_TEXT));
            assertThat(beside).contains("الحافلة متأخرة اليوم", "校车今天晚点了 😀");
            // A page has no pictures of letters, but their shapes.
            var picture = new PDFRenderer(pdf).renderImage(0);
            long dark = 0;
            for (int x = 0; x < picture.getWidth(); x++) {
                for (int y = 60; y < 90; y++) dark += (picture.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
            }
            assertThat(dark).isGreaterThan(50);
        }
    }

    @Test
    void What_was_written_last_can_come_first() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheets = new Sheets("Title")) {
            for (var name : new String[] {"one", "two", "list", "rest of the list"}) {
                sheets.newSheet();
                sheets.write(name, Style.TEXT);
            }
            sheets.moveToFront(2);
            sheets.writeTo(out, "Foot");
        }
        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf).lines().filter(line -> !line.startsWith("Foot")))
                    .containsExactly("list", "rest of the list", "one", "two");
        }
    }

    private static PDDocument written(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheets = new Sheets("Title")) {
            sheets.write(text, Style.TEXT);
            sheets.writeTo(out, "Foot");
        }
        return Loader.loadPDF(out.toByteArray());
    }
}
