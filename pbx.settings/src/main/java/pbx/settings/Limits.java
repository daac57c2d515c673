package pbx.settings;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.osgi.service.metatype.AttributeDefinition;

/** Finds the limits of a whole number. Metatype does not tell them, but answers whether a number is within. */
final class Limits {
    private Limits() {}

    /** What a number outside is told. */
    static String expected(AttributeDefinition definition) {
        int spare = Long.SIZE - Types.bits(definition.getType());
        long least = Long.MIN_VALUE >> spare;
        long most = Long.MAX_VALUE >> spare;
        LongPredicate within =
                number -> Setting.refusal(definition, Long.toString(number)).isEmpty();
        OptionalLong inside = LongStream.concat(defaults(definition), LongStream.of(0, 1, -1, least, most))
                .filter(within)
                .findFirst();
        if (inside.isEmpty()) {
            return "is outside its limits";
        }
        long low = within.test(least) ? least : edge(inside.getAsLong(), least, within);
        long high = within.test(most) ? most : edge(inside.getAsLong(), most, within);
        return low == least && high != most
                ? "is more than " + high
                : high == most && low != least ? "is less than " + low : "is not between " + low + " and " + high;
    }

    private static long edge(long inside, long outside, LongPredicate within) {
        long in = inside;
        long out = outside;
        while (Math.max(in, out) - 1 != Math.min(in, out)) {
            long middle = (in & out) + ((in ^ out) >> 1);
            if (within.test(middle)) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return in;
    }

    private static LongStream defaults(AttributeDefinition definition) {
        String[] values = definition.getDefaultValue();
        return values == null
                ? LongStream.empty()
                : Arrays.stream(values)
                        .filter(text -> text.matches("-?\\d{1,18}"))
                        .mapToLong(Long::parseLong);
    }
}
