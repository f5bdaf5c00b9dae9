package org.rightdoor.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.rightdoor.TestStaff.admin;
import static org.rightdoor.TestStaff.browser;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightdoor.TestDistrict;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class PosterPagesTest {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int DPI = 100;
    private static final int WHITE = 0xFFFFFF;

    @ParameterizedTest
    @CsvSource({"en, letter", "es, a4", "pt, letter", "ht, a4", "vi, letter", "zh, a4", "ar, letter"})
    void The_code_on_a_poster_opens_the_landing_page_with_its_school_chosen(String language, String paper)
            throws IOException, ReaderException {
        var pdf = given().queryParam("language", language)
                .queryParam("paper", paper)
                .get("/posters/cedar-hill-elementary.pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            var size = document.getPage(0).getMediaBox();
            assertThat(size.getWidth())
                    .isEqualTo((paper.equals("a4") ? PDRectangle.A4 : PDRectangle.LETTER).getWidth());
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
            assertThat(document.getDocumentInformation().getTitle()).contains("Cedar Hill Elementary School");
            var picture = new PDFRenderer(document).renderImageWithDPI(0, DPI);
            Files.createDirectories(SCREENSHOTS);
            ImageIO.write(
                    picture,
                    "png",
                    SCREENSHOTS.resolve("poster-" + language + ".png").toFile());
            assertThat(marginsAreBlank(picture)).isTrue();
            var address = scanned(picture);
            assertThat(address).isEqualTo(TestDistrict.PUBLIC_URL + "/?school=cedar-hill-elementary");
            browser()
                    .get(address)
                    .then()
                    .statusCode(200)
                    .body(containsString("<option value=\"cedar-hill-elementary\" selected>"));
        }
    }

    @Test
    void An_administrator_finds_the_line_for_other_pages_and_the_way_to_each_poster() {
        admin().get("/desk/settings")
                .then()
                .statusCode(200)
                .body(
                        containsString(TestDistrict.PUBLIC_URL + "/widget.js"),
                        containsString("<option value=\"cedar-hill-elementary\">"));
        browser()
                .get("/posters?school=cedar-hill-elementary&language=ar&paper=a4")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/posters/cedar-hill-elementary.pdf?language=ar&paper=a4"));
    }

    @Test
    void A_school_that_is_not_there_has_no_poster_and_a_language_that_is_not_spoken_gives_the_first() {
        given().get("/posters/no-such-school.pdf").then().statusCode(404);
        given().get("/posters/maple-elementary.pdf?language=xx").then().statusCode(200);
        browser().get("/?school=no-such-school").then().statusCode(200);
    }

    private static String scanned(BufferedImage picture) throws ReaderException {
        var width = picture.getWidth();
        var height = picture.getHeight();
        var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var source = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    /** Below the coloured band nothing comes nearer than half an inch to the edges, where printers do not reach. */
    private static boolean marginsAreBlank(BufferedImage picture) {
        var margin = DPI / 2;
        for (var y = 2 * DPI; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                var outside = x < margin || x > picture.getWidth() - margin || y > picture.getHeight() - margin / 2;
                if (outside && (picture.getRGB(x, y) & WHITE) != WHITE) return false;
            }
        }
        return true;
    }
}
