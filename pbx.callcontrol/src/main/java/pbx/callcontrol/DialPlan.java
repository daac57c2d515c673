package pbx.callcontrol;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Dialable;

/**
 * What may be dialled, and how numbers look. A typed number goes to the PBX with its digits as they were typed, as from any
 * desk phone: the PBX has a dial plan of its own. The account's country serves to judge it and to show it. Thread-safe.
 */
final class DialPlan {
    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final ShortNumberInfo shortNumbers = ShortNumberInfo.getInstance();
    private final Risks risks = new Risks(numbers, shortNumbers);

    /** Throws INVALID or DENIED; see {@link pbx.api.call.Numbers#read}. */
    Dialable read(Home home, Rules rules, String text) {
        Typed typed = Typed.of(text);
        String number = typed.number();
        boolean emergency = emergency(home, rules, number);
        if (!emergency) {
            if (typed.link()) {
                checkLink(home, typed);
            }
            checkDenied(home, rules, number);
        }
        Optional<String> confirm =
                typed.link() && !emergency ? risks.of(home, rules.confirm(), number) : Optional.empty();
        return new Dialable(number, shown(home.country(), number), typed.link(), emergency, confirm);
    }

    private boolean emergency(Home home, Rules rules, String number) {
        return rules.emergency().contains(number)
                || (!home.country().isEmpty() && shortNumbers.isEmergencyNumber(number, home.country()));
    }

    private static void checkLink(Home home, Typed link) {
        if (link.number().matches(".*[*#].*")) {
            throw new PbxException(
                    Reason.DENIED, "a link may not dial a star code, which can change settings; type it yourself");
        }
        if (!link.number().startsWith("+")
                && link.host().filter(host -> !home.hosts().contains(host)).isPresent()) {
            throw new PbxException(
                    Reason.DENIED,
                    "the link means number " + link.number() + " at "
                            + link.host().orElse("") + ", which is not this PBX");
        }
    }

    private void checkDenied(Home home, Rules rules, String number) {
        List<String> forms = forms(home, number).toList();
        for (String prefix : rules.denied()) {
            if (forms.stream().anyMatch(form -> form.startsWith(prefix))) {
                throw new PbxException(
                        Reason.DENIED,
                        "numbers that begin with " + prefix + " may not be dialled here; ask your administrator");
            }
        }
    }

    /** As typed, with the country code, and as inside the country. */
    private Stream<String> forms(Home home, String number) {
        return Stream.concat(
                Stream.of(number),
                Parsed.of(numbers, home.country(), number).stream()
                        .flatMap(parsed -> Stream.of(PhoneNumberFormat.E164, PhoneNumberFormat.NATIONAL)
                                .map(form -> Typed.plain(numbers.format(parsed, form)))));
    }

    /** As people of {@code country} write it; as it is if it is no public number. */
    String shown(String country, String number) {
        return Parsed.of(numbers, country, number)
                .filter(numbers::isValidNumber)
                .map(parsed -> numbers.format(
                        parsed,
                        country.equals(numbers.getRegionCodeForNumber(parsed))
                                ? PhoneNumberFormat.NATIONAL
                                : PhoneNumberFormat.INTERNATIONAL))
                .orElse(number);
    }
}
