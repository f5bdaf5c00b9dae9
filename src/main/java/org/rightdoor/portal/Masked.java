package org.rightdoor.portal;

import java.util.ArrayList;
import java.util.List;
import org.rightdoor.inquiry.CaseFile;

/** An address that its owner recognises and nobody else learns. */
public final class Masked {

    private static final String HIDDEN = "***";

    private Masked() {}

    /** The addresses on record, such as {@code d***@e***.com} and {@code ***-**01}. */
    static List<String> addresses(CaseFile file) {
        var addresses = new ArrayList<String>();
        if (file.email() != null) addresses.add(email(file.email()));
        if (file.phone() != null) addresses.add(phone(file.phone()));
        return addresses;
    }

    public static String email(String email) {
        var at = email.lastIndexOf('@');
        var dot = email.lastIndexOf('.');
        var ending = dot > at ? email.substring(dot) : "";
        return first(email) + HIDDEN + "@" + first(email.substring(at + 1)) + HIDDEN + ending;
    }

    public static String phone(String phone) {
        return HIDDEN + "-**" + phone.substring(Math.max(0, phone.length() - 2));
    }

    private static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
