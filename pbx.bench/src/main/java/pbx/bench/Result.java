package pbx.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * One measured number with what stood beside it in the same run.
 *
 * @param name of the measurement
 * @param values one for each run
 * @param unit of the values
 * @param against what stood beside
 * @param others its values
 */
record Result(String name, Series values, String unit, String against, Series others) {
    /** Values of several runs. */
    static final class Series {
        private final double[] sorted;

        Series(double... values) {
            sorted = values.clone();
            Arrays.sort(sorted);
        }

        double median() {
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }

        int runs() {
            return sorted.length;
        }

        String spread() {
            return String.format(Locale.ROOT, "%.1f..%.1f", sorted[0], sorted[sorted.length - 1]);
        }
    }

    double value() {
        return values.median();
    }

    double ratio() {
        return values.median() / others.median();
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-24s %10.1f %-3s (%s)   %s: %.1f (%s)   ratio %.2f   runs %d",
                name,
                value(),
                unit,
                values.spread(),
                against,
                others.median(),
                others.spread(),
                ratio(),
                values.runs());
    }
}
