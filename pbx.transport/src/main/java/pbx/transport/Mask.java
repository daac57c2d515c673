package pbx.transport;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of messages what is nobody's business. Secrets and media descriptions (they hold keys and addresses) always;
 * numbers and names unless everything else is kept. The same number becomes the same other number throughout one recording, so
 * that a replay shows the same picture under other names. Confined to one thread.
 */
final class Mask {
    private static final String GONE = "(masked)";
    private static final int MOST_KNOWN = 200_000;
    private static final Pattern SECRET = Pattern.compile("pass|secret|token|session|cookie|auth|pin\\b");
    /** What has a meaning for the wire and nothing of a person in it. */
    private static final Set<String> PLAIN = Set.of(
            "action",
            "type",
            "state",
            "callstate",
            "calldir",
            "holdcmd",
            "code",
            "expires",
            "start",
            "connect",
            "cseq",
            "chatstatus",
            "rec",
            "id",
            "callid",
            "bye",
            "caller",
            "connected",
            "subscribe",
            "startstop",
            "domain");

    private static final Set<String> MEDIA = Set.of("sdp", "invitesdp", "candidate", "adr", "add-address");
    private static final Set<String> WORDS =
            Set.of("message", "messages", "text", "data", "comment", "des", "sub", "cmc");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{2,}");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final boolean full;
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<Integer, Integer> nextOfLength = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** @param full keeps numbers and names */
    Mask(boolean full) {
        this.full = full;
    }

    boolean full() {
        return full;
    }

    Map<String, Object> masked(Map<String, Object> fields) {
        Map<String, Object> masked = new LinkedHashMap<>();
        fields.forEach((name, value) -> masked.put(name, masked(name.toLowerCase(Locale.ROOT), value)));
        return masked;
    }

    private Object masked(String name, Object value) {
        if (SECRET.matcher(name).find() || (MEDIA.contains(name) && value != null && !"".equals(value))) {
            return GONE;
        }
        if (value instanceof Map<?, ?> object) {
            Map<String, Object> masked = new LinkedHashMap<>();
            object.forEach(
                    (key, inner) -> masked.put((String) key, masked(((String) key).toLowerCase(Locale.ROOT), inner)));
            return masked;
        }
        if (value instanceof List<?> list) {
            List<Object> masked = new ArrayList<>();
            list.forEach(item -> masked.add(masked(name, item)));
            return masked;
        }
        if (full || PLAIN.contains(name)) {
            return value;
        }
        return value instanceof String text ? text(name, text) : value instanceof Number n ? number(n) : value;
    }

    private String text(String name, String text) {
        if (text.isEmpty()) {
            return text;
        }
        if (WORDS.contains(name)) {
            return GONE;
        }
        if (name.equals("name") || name.endsWith("-name") || name.endsWith("display")) {
            return name(text);
        }
        String quoted = replaced(QUOTED, text, found -> "\"" + name(found.substring(1, found.length() - 1)) + "\"");
        return replaced(NUMBER, quoted, this::number);
    }

    private Number number(Number value) {
        String text = value.toString();
        return text.matches("\\d{2,18}") ? Long.valueOf(Long.parseLong(number(text))) : value;
    }

    private static String replaced(Pattern what, String text, UnaryOperator<String> by) {
        return what.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found.group())));
    }

    private String name(String name) {
        if (name.isBlank() || name.equals(GONE)) {
            return name;
        }
        return names.size() >= MOST_KNOWN ? GONE : names.computeIfAbsent(name, n -> "Name " + letters(names.size()));
    }

    /** No digits, which would be masked again. */
    private static String letters(int n) {
        String last = String.valueOf((char) ('A' + n % 26));
        return n < 26 ? last : letters(n / 26 - 1) + last;
    }

    /** As long as the number was, as far as there are enough of that length; beginning with a digit but 0. */
    private String number(String number) {
        if (numbers.size() >= MOST_KNOWN) {
            return GONE;
        }
        return numbers.computeIfAbsent(number, n -> {
            int length = n.startsWith("+") ? n.length() - 1 : n.length();
            while (nextOfLength.getOrDefault(length, 0) >= 9 * Math.pow(10, length - 1)) {
                length++;
            }
            int next = nextOfLength.merge(length, 1, Integer::sum) - 1;
            String digits = "1" + "0".repeat(length - 1);
            String other = new BigInteger(digits).add(BigInteger.valueOf(next)).toString();
            return n.startsWith("+") ? "+" + other : other;
        });
    }
}
