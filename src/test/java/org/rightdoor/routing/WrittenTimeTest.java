package org.rightdoor.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTimeTest {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 24, 16, 30);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Tuesday, November 24, 2026",
                "es | martes, 24 de noviembre de 2026",
                "pt | terça-feira, 24 de novembro de 2026",
                "ht | madi 24 novanm 2026",
                "vi | Thứ Ba, 24 tháng 11, 2026",
                "zh | 2026年11月24日星期二",
                "ar | الثلاثاء، 24 نوفمبر 2026"
            })
    void A_day_is_written_as_its_language_writes_it(String language, String written) {
        assertThat(WrittenTime.day(AT.toLocalDate(), language)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en | PM", "es | p", "pt | 16:30", "ht | novanm", "vi | thg 11", "zh | 下午", "ar | م"})
    void A_moment_is_written_as_its_language_writes_it(String language, String part) {
        assertThat(WrittenTime.moment(AT.atZone(ZoneId.of("America/New_York")), language))
                .contains(part)
                .contains("30");
    }
}
