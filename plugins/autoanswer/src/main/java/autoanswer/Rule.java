package autoanswer;

import java.time.Duration;
import java.util.List;
import pbx.api.call.Call;

/** Whose calls are answered, and when. */
record Rule(List<String> numbers, List<String> accounts, Duration delay, boolean onlyFree) {
    Rule {
        numbers = named(numbers);
        accounts = named(accounts);
    }

    /** Without the blanks that a comma too many leaves: a number that is withheld is blank too. */
    private static List<String> named(List<String> list) {
        return list.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    static Rule of(Configuration configuration) {
        return new Rule(
                List.of(configuration.numbers()),
                List.of(configuration.accounts()),
                Duration.ofMillis(configuration.delay()),
                configuration.onlyFree());
    }

    boolean wants(Call call) {
        return call.offered()
                && (accounts.isEmpty() || accounts.contains(call.account().value()))
                && numbers.stream()
                        .anyMatch(pattern -> fits(pattern, call.remote().number()));
    }

    private static boolean fits(String pattern, String number) {
        return pattern.endsWith("*")
                ? number.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(number);
    }
}
