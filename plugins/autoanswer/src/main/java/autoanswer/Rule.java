package autoanswer;

import java.time.Duration;
import java.util.List;
import pbx.api.call.Call;

/** Whose calls are answered, and when. */
record Rule(List<String> numbers, List<String> accounts, Duration delay, boolean onlyFree) {
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
