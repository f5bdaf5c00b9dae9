package org.rightdoor.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a person can be reached. The same address may belong to several people: families share. */
@Entity
public class Address {

    /** Numbers without a country code are read as numbers of this country (ISO 3166). */
    private static final String HOME_COUNTRY = "US";

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[^\\s@<>,;:\"()\\[\\]\\\\]{1,255}");

    public enum Kind {
        EMAIL,
        PHONE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long personId;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public String value;

    /** The number in E.164 form, such as {@code +14105550100}; empty when it cannot be a telephone number. */
    public static Optional<String> phone(String typed) {
        if (typed == null || typed.isBlank()) return Optional.empty();
        try {
            var numbers = PhoneNumberUtil.getInstance();
            var number = numbers.parse(typed, HOME_COUNTRY);
            return numbers.isPossibleNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** A number in E.164 form as people here write it; anything else as it is. */
    public static String readable(String address) {
        if (address == null || !address.startsWith("+")) return address;
        try {
            var numbers = PhoneNumberUtil.getInstance();
            var number = numbers.parse(address, HOME_COUNTRY);
            var isAtHome = number.getCountryCode() == numbers.getCountryCodeForRegion(HOME_COUNTRY);
            return numbers.format(number, isAtHome ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException notANumber) {
            return address;
        }
    }

    /** The e-mail address in lower case; empty when it cannot be one. */
    public static Optional<String> email(String typed) {
        if (typed == null) return Optional.empty();
        var trimmed = typed.strip();
        return EMAIL.matcher(trimmed).matches() ? Optional.of(trimmed.toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
