package pbx.callcontrol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/**
 * What somebody typed, or a link gave: the number in it without ornament. Links are read as RFC 3966 (tel) and RFC 3261 (sip)
 * have them; {@code callto} was never written down and is read like {@code tel}.
 *
 * @param number {@code +} and digits, or digits, {@code *} and {@code #}
 * @param link it came as an address
 * @param host of a {@code sip} address, or empty
 */
record Typed(String number, boolean link, Optional<String> host) {
    private static final int LONGEST = 512;
    /** Spaces and signs that people write between digits, and invisible marks that come along when they copy. */
    private static final Pattern ORNAMENT =
            Pattern.compile("[\\s./()\\-\\u00a0\\u00ad\\u2007-\\u2015\\u2028-\\u202f\\u2060\\u2212\\ufeff]");
    /** The zero that is dialled only inside the country. */
    private static final Pattern INLAND_ZERO = Pattern.compile("^(\\s*\\+[^(]*)\\(0\\)");

    private static final Pattern DIALLABLE = Pattern.compile("\\+[0-9]{1,64}|[0-9*#]{1,64}");
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\s*(tel|callto|sips?):(?://)?(.*)", Pattern.DOTALL);
    private static final Pattern CONTEXT = Pattern.compile("(?i);phone-context=(\\+[0-9.()\\-]+)");

    static Typed of(String text) {
        if (text == null || text.length() > LONGEST) {
            throw invalid();
        }
        Matcher address = ADDRESS.matcher(text);
        return address.matches()
                ? address(address.group(1).toLowerCase(Locale.ROOT), address.group(2))
                : new Typed(checked(text), false, Optional.empty());
    }

    private static Typed address(String scheme, String rest) {
        String bare = rest.replaceFirst("[?].*", "");
        int at = scheme.startsWith("sip") ? bare.indexOf('@') : -1;
        String user = at < 0 ? bare : bare.substring(0, at);
        Optional<String> host = at < 0
                ? Optional.empty()
                : Optional.of(bare.substring(at + 1).replaceFirst("[;:].*", "").toLowerCase(Locale.ROOT));
        String number = checked(decoded(user.replaceFirst(";.*", "")));
        Matcher context = CONTEXT.matcher(decoded(user));
        boolean local = !number.startsWith("+") && context.find();
        return new Typed(local ? checked(context.group(1) + number) : number, true, host);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static String checked(String text) {
        String number = plain(text);
        if (!DIALLABLE.matcher(number).matches()) {
            throw invalid();
        }
        return number;
    }

    /** Without ornament, and with the digits of any script as ours. */
    static String plain(String text) {
        String bare = ORNAMENT.matcher(INLAND_ZERO.matcher(text).replaceFirst("$1"))
                .replaceAll("")
                .replace('\uff0b', '+');
        return bare.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static PbxException invalid() {
        return new PbxException(
                Reason.INVALID, "this is no number to dial; use digits, * and #, with a + in front for a country code");
    }
}
