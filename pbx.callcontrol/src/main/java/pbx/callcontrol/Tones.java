package pbx.callcontrol;

import java.util.Locale;
import java.util.regex.Pattern;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/** The keys of a telephone. */
final class Tones {
    private static final Pattern KEYS = Pattern.compile("[0-9A-D*#]{1,64}");

    private Tones() {}

    static String of(String typed) {
        String keys = typed.strip().toUpperCase(Locale.ROOT);
        if (!KEYS.matcher(keys).matches()) {
            throw new PbxException(Reason.INVALID, "only the keys 0-9, A-D, * and # can be sent, at most 64 at once");
        }
        return keys;
    }
}
