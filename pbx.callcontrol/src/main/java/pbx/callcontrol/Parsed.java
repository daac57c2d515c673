package pbx.callcontrol;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** A number as the library understands it, if it does. */
final class Parsed {
    private Parsed() {}

    /** @param country decides what a number without a country code means; empty: nothing */
    static Optional<PhoneNumber> of(PhoneNumberUtil numbers, String country, String number) {
        if (number.contains("*") || number.contains("#") || (country.isEmpty() && !number.startsWith("+"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(numbers.parse(number, country.isEmpty() ? null : country));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
