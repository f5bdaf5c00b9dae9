package org.rightdoor.desk.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.rightdoor.routing.PlainWords;
import org.rightdoor.routing.RoutingRules;

/** The hints by the words that come with RightDoor. */
class AdviceTest {

    private static final PlainWords WORDS =
            RoutingRules.load(Path.of("routing-rules")).plainWords();

    @Test
    void A_bare_instruction_is_told_what_it_lacks() {
        assertThat(Advice.on("Please fill out form B and send it to the office.", "en", false, WORDS)
                        .hints())
                .containsExactly(
                        "This tells the family what to do and nothing else. Begin by thanking them for writing;"
                                + " saying that what they feel makes sense; saying what you will do, or how to reach you.");
        assertThat(Advice.on("Complete el formulario B.", "es", false, WORDS).hints())
                .hasSize(1);
    }

    @Test
    void Only_the_missing_parts_are_named() {
        assertThat(Advice.on("Thank you for telling us. I understand this is hard. Call the depot.", "en", false, WORDS)
                        .hints())
                .containsExactly("The opening could also say what you will do, or how to reach you.");
    }

    @Test
    void A_good_opening_gets_no_hint() {
        assertThat(Advice.on(
                                "Hello Ana,\nThank you for telling us. I am sorry that Leo waited in the rain. I will call the"
                                        + " depot today.\nPlease send me his bus number.",
                                "en",
                                true,
                                WORDS)
                        .hints())
                .isEmpty();
        assertThat(Advice.on(
                                "Gracias por escribirnos. Entiendo su preocupación. Voy a llamar hoy. Envíe la carta.",
                                "es",
                                true,
                                WORDS)
                        .hints())
                .isEmpty();
    }

    @Test
    void A_fact_that_was_asked_for_needs_no_opening_unless_the_family_is_worried() {
        assertThat(Advice.on("School begins at 8:15.", "en", false, WORDS).hints())
                .isEmpty();
        assertThat(Advice.on("School begins at 8:15.", "en", true, WORDS).hints())
                .hasSize(1);
    }

    @Test
    void Jargon_is_named_with_plain_words_unless_it_is_explained() {
        assertThat(Advice.on("The IEP team meets on Monday.", "en", false, WORDS)
                        .hints())
                .containsExactly("Families may not know “IEP”: say “special education plan”.");
        assertThat(Advice.on("The special education plan (IEP) is ready.", "en", false, WORDS)
                        .hints())
                .isEmpty();
        assertThat(Advice.on("Los IEPs están listos.", "es", false, WORDS).hints())
                .containsExactly("Families may not know “IEP”: say “plan de educación especial”.");
        assertThat(Advice.on("We sped through the farms.", "en", false, WORDS).hints())
                .isEmpty();
    }

    @Test
    void Where_nothing_is_known_of_a_language_nothing_is_said() {
        assertThat(Advice.on("Preencha o formulário.", "pt", true, WORDS)).isEqualTo(Advice.NONE);
        assertThat(Advice.on("Fill out the form.", "en", true, PlainWords.NONE).hints())
                .isEmpty();
        assertThat(Advice.on("  ", "en", true, WORDS)).isEqualTo(Advice.NONE);
    }
}
