package pbx.console;

import java.util.Comparator;
import pbx.api.AccountId;
import pbx.api.presence.Presence;

/**
 * One account's place on the presence board: 9 comes before 10, and both before *85.
 *
 * @param seenBy the own account whose connection tells it
 * @param number the account's number in its tenant
 */
record Seat(AccountId seenBy, String number) implements Comparable<Seat> {
    private static final Comparator<Seat> ORDER = Comparator.comparing((Seat seat) -> seat.seenBy.value())
            .thenComparing(seat -> !seat.number.chars().allMatch(digit -> digit >= '0' && digit <= '9'))
            .thenComparing(seat -> seat.number.length())
            .thenComparing(Seat::number);

    static Seat of(Presence presence) {
        return new Seat(presence.seenBy(), presence.number());
    }

    @Override
    public int compareTo(Seat other) {
        return ORDER.compare(this, other);
    }
}
