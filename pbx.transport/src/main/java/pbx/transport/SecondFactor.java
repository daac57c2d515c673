package pbx.transport;

import java.util.Locale;
import java.util.Map;

/**
 * Whether a login's answer asks for a second factor. That there is one is documented ({@code POST /rest/system/2nd}); how the
 * answer to the password says so is not: inferred, and to be mended here when a capture shows it.
 */
final class SecondFactor {
    static final String MESSAGE =
            "it asks for a second factor, which a program cannot give; let this account log in with a"
                    + " token (token.url or token.command), or switch the second factor off for this extension";

    private SecondFactor() {}

    static boolean wanted(Object body) {
        if (!(body instanceof Map<?, ?> answer)) {
            return false;
        }
        return answer.keySet().stream()
                .map(key -> String.valueOf(key).toLowerCase(Locale.ROOT))
                .anyMatch(key ->
                        key.contains("2nd") || key.contains("2fa") || key.contains("factor") || key.contains("otp"));
    }
}
