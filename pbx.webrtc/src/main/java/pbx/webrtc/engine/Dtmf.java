package pbx.webrtc.engine;

import dev.onvoid.webrtc.RTCDtmfSender;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpSender;
import java.util.regex.Pattern;

/** Digits as RFC 4733 events. */
final class Dtmf {
    private static final Pattern DIGITS = Pattern.compile("[0-9A-D*#,]+");

    private Dtmf() {}

    /** Digits still to be sent come first: a second press must not cut the first one short. */
    static void press(RTCPeerConnection connection, String digits, int durationMs, int gapMs) {
        requireValid(digits, durationMs, gapMs);
        RTCDtmfSender sender = sender(connection);
        if (!sender.canInsertDtmf()) {
            throw Failures.wrongState("Digits can be sent only while the call's audio is connected.");
        }
        if (!sender.insertDtmf(sender.tones() + digits, durationMs, gapMs)) {
            throw Failures.wrongState("The audio engine took no digits.");
        }
    }

    private static void requireValid(String digits, int durationMs, int gapMs) {
        if (!DIGITS.matcher(digits).matches()) {
            throw Failures.invalid("Digits are 0-9, A-D, *, # and a comma for a pause of two seconds.");
        }
        if (durationMs < 40 || durationMs > 6000 || gapMs < 30 || gapMs > 6000) {
            throw Failures.invalid("A digit lasts 40 to 6000 ms, a gap 30 to 6000 ms.");
        }
    }

    /** Asked anew each time: the Java objects do not keep the native ones alive. */
    private static RTCDtmfSender sender(RTCPeerConnection connection) {
        for (RTCRtpSender sender : connection.getSenders()) {
            RTCDtmfSender dtmf = sender.getDtmfSender();
            if (dtmf != null) {
                return dtmf;
            }
        }
        throw Failures.wrongState("This session sends no audio, so no digits either.");
    }
}
