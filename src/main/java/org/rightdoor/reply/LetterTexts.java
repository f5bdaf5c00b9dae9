package org.rightdoor.reply;

import io.quarkus.qute.i18n.MessageBundle;

/** What the district says to families by itself; the words are in {@code messages/letters_en.properties} and its translations. */
@MessageBundle("letters")
public interface LetterTexts {

    String received(String district, long number, String department, String by);

    String writtenDown(String district, long number, String department, String by);

    String settled(String district, long number);

    String receivedByBoth(String district, long number, String department, String other, String by);

    String whichOfTwo(String district, long number, String first, String second, String url);

    String whichOfTwoByText(String district, long number, String first, String second);

    String automaticAnswer(long number);

    String unreviewed();

    String link(String url);

    String code(String district, String code, int minutes);

    String howWasTheHelp(String district, long number);

    String veryCourteous();

    String notCourteous();

    String howWasTheHelpByText(String district, long number, String url);
}
