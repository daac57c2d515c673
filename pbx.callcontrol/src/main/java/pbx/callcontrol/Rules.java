package pbx.callcontrol;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the administrator has decided, checked. Immutable.
 *
 * @param emergency digits that are always dialled
 * @param denied prefixes that are never dialled
 * @param mostCalls of one account at once, on this machine
 * @param holdOthers one call of an account is talked at a time
 * @param confirm of which links the user is asked first
 */
record Rules(Set<String> emergency, List<String> denied, int mostCalls, boolean holdOthers, Set<Risk> confirm) {
    private static final Logger log = LoggerFactory.getLogger(Rules.class);
    private static final int MOST_CALLS = 100;

    /** Why a link may not be what it seems. */
    enum Risk {
        EVERY,
        PREMIUM_RATE,
        SHARED_COST,
        FOREIGN
    }

    static Rules of(CallControlConfig config) {
        int most = Math.max(1, Math.min(MOST_CALLS, config.mostCalls()));
        if (most != config.mostCalls()) {
            log.warn("most calls must be 1 to {}, not {}; taken as {}", MOST_CALLS, config.mostCalls(), most);
        }
        return new Rules(
                Set.copyOf(plain(config.emergency())),
                plain(config.denied()),
                most,
                config.holdOthers(),
                risks(config.confirmLinks()));
    }

    private static List<String> plain(String[] numbers) {
        return Arrays.stream(numbers)
                .map(Typed::plain)
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
    }

    private static Set<Risk> risks(String[] names) {
        Set<String> known = Arrays.stream(Risk.values()).map(Risk::name).collect(Collectors.toSet());
        Set<Risk> risks = EnumSet.noneOf(Risk.class);
        for (String name : names) {
            if (known.contains(name.strip())) {
                risks.add(Risk.valueOf(name.strip()));
            } else {
                log.warn("links cannot be asked about for \"{}\"; known are {}", name, known);
            }
        }
        return risks;
    }
}
