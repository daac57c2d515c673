package pbx.callcontrol;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import com.google.i18n.phonenumbers.ShortNumberInfo.ShortNumberCost;
import java.util.Optional;
import java.util.Set;
import pbx.callcontrol.Rules.Risk;

/** What a stranger's link may cost: why the user is to be asked before it is dialled. In doubt they are. */
final class Risks {
    /** As long as this a number that is no public one may be an extension. */
    private static final int INTERNAL = 6;

    private final PhoneNumberUtil numbers;
    private final ShortNumberInfo shortNumbers;

    Risks(PhoneNumberUtil numbers, ShortNumberInfo shortNumbers) {
        this.numbers = numbers;
        this.shortNumbers = shortNumbers;
    }

    Optional<String> of(Home home, Set<Risk> asked, String number) {
        Optional<PhoneNumber> parsed = Parsed.of(numbers, home.country(), number);
        PhoneNumberType type = parsed.map(numbers::getNumberType).orElse(PhoneNumberType.UNKNOWN);
        if (asked.contains(Risk.PREMIUM_RATE)
                && (type == PhoneNumberType.PREMIUM_RATE || dearShortNumber(home, parsed))) {
            return Optional.of("this is a premium-rate number: the call may cost much");
        }
        if (asked.contains(Risk.SHARED_COST) && type == PhoneNumberType.SHARED_COST) {
            return Optional.of("this is a shared-cost number: the call may cost more than usual");
        }
        if (asked.contains(Risk.FOREIGN) && away(home, number, parsed)) {
            return Optional.of("this number is abroad, or it is not known where it leads");
        }
        return asked.contains(Risk.EVERY) ? Optional.of("a link asks for this call") : Optional.empty();
    }

    private boolean dearShortNumber(Home home, Optional<PhoneNumber> parsed) {
        return !home.country().isEmpty()
                && parsed.filter(number -> shortNumbers.getExpectedCostForRegion(number, home.country())
                                == ShortNumberCost.PREMIUM_RATE)
                        .isPresent();
    }

    private boolean away(Home home, String number, Optional<PhoneNumber> parsed) {
        Optional<PhoneNumber> known = parsed.filter(numbers::isValidNumber);
        if (known.isEmpty()) {
            return number.length() > INTERNAL;
        }
        return !home.country().equals(numbers.getRegionCodeForNumber(known.get()));
    }
}
