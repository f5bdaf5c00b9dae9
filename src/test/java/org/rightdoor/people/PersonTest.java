package org.rightdoor.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {

    private final Person ana = Person.called("Ana Ruiz", "es");
    private final Person jose = Person.called("José Ruiz", "es");
    private final Person nameless = Person.called(null, null);

    @Test
    void A_known_address_without_a_name_is_the_only_person_there() {
        assertThat(Person.among(List.of(ana), null)).contains(ana);
    }

    @Test
    void Two_people_with_one_family_address_are_never_taken_for_one() {
        assertThat(Person.among(List.of(ana), "José Ruiz")).isEmpty();
        assertThat(Person.among(List.of(ana, jose), "Jose Ruiz")).contains(jose);
    }

    @Test
    void A_message_without_a_name_from_a_shared_address_is_neither_of_them() {
        assertThat(Person.among(List.of(ana, jose), null)).isEmpty();
        assertThat(Person.among(List.of(ana, jose, nameless), " ")).contains(nameless);
    }

    @Test
    void The_first_name_given_names_the_only_person_there() {
        assertThat(Person.among(List.of(nameless), "Ana Ruiz")).contains(nameless);
        assertThat(Person.among(List.of(nameless, ana), "Li Wei")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ana Ruiz, ana ruiz, true",
        "'Ruiz, Ana', Ana Ruiz, true",
        "José Peña, Jose Pena, true",
        "Ana, Ana Ruiz, true",
        "Ana, 'Ruiz, Ana', true",
        "Ruiz, Ana Ruiz, false",
        "Ana Ruiz, Ana Lopez, false",
        "'', Ana Ruiz, false"
    })
    void Names_agree_in_any_order_case_and_accent(String one, String other, boolean agree) {
        assertThat(Names.agree(one, other)).isEqualTo(agree);
    }

    @Test
    void Once_a_student_always_a_student_whatever_a_form_says() {
        var person = Person.called("Sam", "en");
        person.saysToBe(null);
        assertThat(person.role).isNull();
        person.saysToBe(Person.Role.PARENT);
        person.saysToBe(null);
        assertThat(person.role).isEqualTo(Person.Role.PARENT);
        person.saysToBe(Person.Role.STUDENT);
        person.saysToBe(Person.Role.PARENT);
        assertThat(person.role).isEqualTo(Person.Role.STUDENT);
    }
}
