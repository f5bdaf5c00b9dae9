package org.rightdoor.channel.sms;

/** The alphabet of text messages, of 7 bits a character (3GPP TS 23.038 section 6.2.1). */
final class Gsm7 {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** These take an escape before them, and so two places. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private Gsm7() {}

    static boolean holds(String text) {
        return text.codePoints().allMatch(c -> places(c) > 0);
    }

    /** How many places the character takes; 0 when the alphabet does not have it. */
    static int places(int character) {
        if (BASIC.indexOf(character) >= 0) return 1;
        return EXTENSION.indexOf(character) >= 0 ? 2 : 0;
    }
}
