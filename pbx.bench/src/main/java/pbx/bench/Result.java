package pbx.bench;

import java.util.Arrays;
import java.util.List;
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

        /** One value of each row. */
        static Series column(List<double[]> rows, int column) {
            return new Series(rows.stream().mapToDouble(row -> row[column]).toArray());
        }

        double median() {
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }

        int runs() {
            return sorted.length;
        }

        String spread() {
            return number(sorted[0]) + " .. " + number(sorted[sorted.length - 1]);
        }
    }

    /** As precise as it is worth. */
    static String number(double value) {
        return String.format(
                Locale.ROOT, Math.abs(value) >= 1000 ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }

    /** A number that nothing can stand beside. */
    static Result alone(String name, Series values, String unit) {
        return new Result(name, values, unit, "", values);
    }

    boolean stoodAlone() {
        return against.isEmpty();
    }

    double value() {
        return values.median();
    }

    /** Equal is 1, also where both are 0, as frames lost by both calls. */
    double ratio() {
        return values.median() == others.median() ? 1 : values.median() / others.median();
    }

    String line() {
        if (stoodAlone()) {
            return String.format(
                    Locale.ROOT,
                    "%-24s %10.1f %-3s (%s)   runs %d",
                    name,
                    value(),
                    unit,
                    values.spread(),
                    values.runs());
        }
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
