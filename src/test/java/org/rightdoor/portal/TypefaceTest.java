package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypefaceTest {

    @ParameterizedTest
    @ValueSource(strings = {"Zoë Łukasz Şahin", "Đặng Thị Hồng Phượng", "Наталія Щербакова", "Ελένη → bus 14 · 94 %"})
    void What_families_and_staff_are_called_stands_as_text(String name) throws IOException {
        try (var document = Loader.loadPDF(written(name))) {
            assertThat(new PDFTextStripper().getText(document).strip()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"فاطمة الزهراء", "王小明"})
    void Other_scripts_are_drawn_with_their_words_beside(String name) throws IOException {
        try (var document = Loader.loadPDF(written(name))) {
            var resources = document.getPage(0).getResources();
            var properties = resources.getProperties(
                    resources.getPropertiesNames().iterator().next());
            assertThat(properties.getCOSObject().getString("ActualText")).isEqualTo(name);
            var page = new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(page.lines().filter(line -> line.endsWith(" c")).count())
                    .as("curves")
                    .isGreaterThan(5);
        }
    }

    @Test
    void A_letter_that_only_the_plain_font_has_is_drawn_where_it_is_to_be_strong() throws IOException {
        var julia = "𝖩𝗎𝗅𝗂𝖺";
        try (var document = new PDDocument()) {
            var letters = new Typeface(document);
            assertThat(letters.canStand(julia, false)).isTrue();
            assertThat(letters.canStand(julia, true)).isFalse();
            assertThat(letters.width(julia, true, 10)).isPositive();
        }
    }

    @Test
    void A_text_is_as_wide_as_its_letters() throws IOException {
        try (var document = new PDDocument()) {
            var letters = new Typeface(document);
            assertThat(letters.width("Đặng Đặng", false, 10))
                    .isGreaterThan(2 * letters.width("Đặng", false, 10))
                    .isLessThan(letters.width("Đặng Đặng", true, 10));
            assertThat(letters.width("فاطمة", false, 10)).isBetween(10f, 60f);
            assertThat(letters.width("", false, 10)).isZero();
        }
    }

    private static byte[] written(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var sheet = new PDPage();
            document.addPage(sheet);
            try (var page = new PDPageContentStream(document, sheet)) {
                new Typeface(document).write(page, text, false, 12, 72, 700);
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }
}
