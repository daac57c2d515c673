package pbx.callcontrol;

import java.util.Locale;
import java.util.regex.Pattern;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/** Numbers and digits as people type them. */
final class Numbers {
    private static final Pattern ORNAMENT = Pattern.compile("[\\s./()\\-\\u00a0\\u2010-\\u2015]");
    private static final Pattern DIALLABLE = Pattern.compile("\\+?[0-9*#]{1,64}");
    private static final Pattern DTMF = Pattern.compile("[0-9A-D*#]{1,64}");

    private Numbers() {}

    static String dialled(String typed) {
        String number = ORNAMENT.matcher(typed).replaceAll("");
        if (!DIALLABLE.matcher(number).matches()) {
            throw new PbxException(
                    Reason.INVALID,
                    "this is no number to dial; use digits, * and #, with a + in front for a country code");
        }
        return number;
    }

    static String digits(String typed) {
        String digits = typed.strip().toUpperCase(Locale.ROOT);
        if (!DTMF.matcher(digits).matches()) {
            throw new PbxException(Reason.INVALID, "only the keys 0-9, A-D, * and # can be sent, at most 64 at once");
        }
        return digits;
    }
}
