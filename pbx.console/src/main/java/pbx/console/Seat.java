package pbx.console;

import java.util.Comparator;
import java.util.regex.Pattern;
import pbx.api.AccountId;
import pbx.api.presence.Presence;

/**
 * One account's place on the presence board: 9 comes before 10, and both before *85.
 *
 * @param seenBy the own account whose connection tells it
 * @param number the account's number in its tenant
 */
record Seat(AccountId seenBy, String number) implements Comparable<Seat> {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Comparator<Seat> ORDER = Comparator.comparing((Seat seat) -> seat.seenBy.value())
            .thenComparing(seat -> !DIGITS.matcher(seat.number).matches())
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
