package org.rightdoor.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.people.Staff;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "three plain words",
                "correct horse battery",
                "gatos verdes en el techo",
                "un éléphant bleu nage",
                "lamp river copper nine"
            })
    void Words_that_do_not_belong_together_are_taken(String password) {
        assertThat(fault(password)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "123456789012",
                "qwertyuiop12",
                "P@ssw0rd1234",
                "aaaaaaaaaaaaaaaa",
                "kimkimkimkim",
                "rightdoor2024",
                "kim.park@maple"
            })
    void What_others_try_first_is_refused(String password) {
        assertThat(fault(password)).contains("easy to guess");
    }

    @Test
    void Twelve_characters_are_enough_and_eleven_are_not() {
        assertThat(fault("vq7 hz2 kd9")).contains("At least 12");
        assertThat(fault("vq7 hz2 kd9x")).isNull();
    }

    @Test
    void One_that_bcrypt_would_cut_is_refused_instead() {
        assertThat(fault("lamp river copper nine ".repeat(4))).contains("too long");
    }

    @Test
    void Both_have_to_be_the_same() {
        assertThat(passwords.faultOf("three plain words", "three plain word", kim(), "Maple"))
                .contains("not the same");
    }

    private String fault(String password) {
        return passwords.faultOf(password, password, kim(), "Maple Schools");
    }

    private static Staff kim() {
        var staff = new Staff();
        staff.name = "Kim Park";
        staff.email = "kim.park@maple.example";
        return staff;
    }
}
