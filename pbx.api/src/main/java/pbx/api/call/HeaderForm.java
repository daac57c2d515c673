package pbx.api.call;

import java.util.List;
import java.util.Optional;

/**
 * The header form of SIP, {@code "Name" <sip:number@domain;...>}, with or without quotes and brackets. Read by hand: a list
 * of calls has two in every row, and comes with every change of any call of a tenant.
 */
final class HeaderForm {
    private static final List<String> SCHEMES = List.of("sip:", "sips:", "tel:");

    private HeaderForm() {}

    static Optional<Party> read(String header) {
        int bracket = header.indexOf('<');
        int last = bracket < 0 ? header.length() - 1 : bracket + 1;
        for (int at = 0; at <= last; at++) {
            int number = afterScheme(header, at);
            int end = number < 0 ? -1 : numberEnd(header, number);
            String name = end > number && isOneLine(header, end) ? name(header, at) : null;
            if (name != null) {
                return Optional.of(new Party(header.substring(number, end), name));
            }
        }
        return Optional.empty();
    }

    private static int afterScheme(String header, int at) {
        char first = at < header.length() ? header.charAt(at) : ' ';
        if (first == 's' || first == 't') {
            for (String scheme : SCHEMES) {
                if (header.startsWith(scheme, at)) {
                    return at + scheme.length();
                }
            }
        }
        return -1;
    }

    private static int numberEnd(String header, int from) {
        int end = from;
        while (end < header.length() && "@;>".indexOf(header.charAt(end)) < 0 && !isSpace(header.charAt(end))) {
            end++;
        }
        return end;
    }

    /** What stands before the scheme, without quotes around it; null if it is no name. */
    private static String name(String header, int scheme) {
        int end = scheme > 0 && header.charAt(scheme - 1) == '<' ? scheme - 1 : scheme;
        int from = 0;
        while (end > from && isSpace(header.charAt(end - 1))) {
            end--;
        }
        while (from < end && isSpace(header.charAt(from))) {
            from++;
        }
        if (end > from && header.charAt(end - 1) == '"') {
            end--;
        }
        if (from < end && header.charAt(from) == '"') {
            from++;
        }
        for (int i = from; i < end; i++) {
            if (header.charAt(i) == '"') {
                return null;
            }
        }
        return header.substring(from, end).strip();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isOneLine(String header, int from) {
        for (int i = from; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                return false;
            }
        }
        return true;
    }
}
