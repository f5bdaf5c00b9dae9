package org.rightdoor;

import java.util.List;

/** The names and sentences of which the sample district's term is made up. */
final class DemoPhrases {

    static final List<String> GIVEN = List.of(
            "Ana",
            "Marcus",
            "Thuy",
            "Odessa",
            "Samir",
            "Grace",
            "Luis",
            "Wei",
            "Fabienne",
            "Denise",
            "Rosa",
            "Kwame",
            "Beth",
            "Omar",
            "Lucía",
            "Tyrone",
            "Mei",
            "Carla",
            "Yusuf",
            "Helen",
            "Mateo",
            "Ingrid",
            "Jean",
            "Priya",
            "Walter",
            "Nadia",
            "Rui",
            "Keisha",
            "Pavel",
            "Elena");

    static final List<String> FAMILY = List.of(
            "Ruiz",
            "Bell",
            "Nguyen",
            "Okafor",
            "Haddad",
            "Lindqvist",
            "Ortega",
            "Zhang",
            "Pierre",
            "Walsh",
            "Morales",
            "Mensah",
            "Kowalski",
            "Rahman",
            "Delgado",
            "Brooks",
            "Chen",
            "Ferreira",
            "Demir",
            "Abbott",
            "Salazar",
            "Holm",
            "Baptiste",
            "Iyer",
            "Stone",
            "Petrov",
            "Almeida",
            "Jackson",
            "Novak",
            "Vargas");

    static final List<String> FOLLOW_UPS = List.of(
            "Any news on this?",
            "Hello, I wrote about this before and nobody has answered yet.",
            "Still the same problem today.",
            "I called and was told to write here. Can somebody please look at it?",
            "it happened again this morning");

    static final List<String> FOLLOW_UPS_ES = List.of(
            "¿Hay alguna noticia?",
            "Sigue el mismo problema hoy.",
            "Ya escribí antes y nadie me ha contestado, por favor.");

    static final List<String> REPLIES = List.of(
            "Thank you for telling us. I have looked into it and it is taken care of now. Please write again if it is not.",
            "I am sorry for the trouble. We have changed this today; you should see it from tomorrow on.",
            "Thank you for asking. I have sent you what you need; tell me if anything is unclear.");

    static final List<String> REPLIES_ES = List.of(
            "Gracias por avisarnos. Ya lo revisé y está resuelto. Escríbanos de nuevo si no es así.",
            "Lamento la molestia. Lo cambiamos hoy; lo verá a partir de mañana.");

    private DemoPhrases() {}
}
