package org.rightdoor.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookTest {

    @TempDir
    Path directory;

    SmallDistrict district;

    @BeforeEach
    void copyTheSmallDistrict() {
        district = SmallDistrict.in(directory);
    }

    @Test
    void An_accent_and_a_logo_are_taken_over() throws IOException {
        Files.writeString(directory.resolve("logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        district.append("district.yml", "accent: \"#7a1f2b\"\nlogo: logo.svg\n");
        var look = RoutingRules.load(directory).district().look();
        assertThat(look.accent().hex()).isEqualTo("#7a1f2b");
        assertThat(look.logo()).contains(directory.resolve("logo.svg"));
    }

    @Test
    void An_accent_that_cannot_be_read_is_refused_with_one_like_it_that_can() {
        district.append("district.yml", "accent: \"#ffcc00\"\n");
        assertThat(faults()).singleElement().asString().contains("#ffcc00 is too light", "1.4, and 4.5 is needed");
        var better = faults().get(0).replaceAll(".*; (#\\p{XDigit}{6}) is like it.*", "$1");
        assertThat(Colour.of(better).contrast(Look.PAPER)).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void What_is_no_colour_and_a_logo_that_is_not_there_or_lies_elsewhere_are_told() {
        district.append("district.yml", "accent: green\nlogo: ../logo.svg\n");
        assertThat(faults())
                .containsExactly(
                        "district.yml:9: accent: green is not a colour such as \"#1f6b58\", in quotation marks",
                        "district.yml:10: logo: ../logo.svg must stand beside this file");
        district.change("district.yml", "../logo.svg", "logo.svg").change("district.yml", "green", "\"#003366\"");
        assertThat(faults()).containsExactly("district.yml:10: logo: logo.svg is not there");
    }

    private List<String> faults() {
        var faults = new Faults();
        RoutingRules.read(directory, faults);
        return SmallDistrict.lines(directory, faults.all());
    }
}
