package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadTest {

    @Test
    void Nothing_in_a_files_name_can_end_the_header() {
        assertThat(Download.disposition("a\"; filename=evil.html\r\nSet-Cookie: x=1"))
                .isEqualTo("attachment; filename*=UTF-8''a%22%3B%20filename%3Devil.html%0D%0ASet-Cookie%3A%20x%3D1");
    }

    @Test
    void A_file_without_a_name_gets_one() {
        assertThat(Download.disposition(" ")).endsWith("''file");
    }
}
