package pbx.webrtc.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few things that have to be read from, or mended in, a session description. */
final class Sdp {
    private static final Pattern SETUP = Pattern.compile("(?m)^a=setup:([^\\r\\n]*)");
    private static final Pattern FRAGMENT = Pattern.compile("(?m)^a=ice-ufrag:(\\S+)");
    /** Those of libwebrtc that are voices; numbers without a name are RFC 3551's. */
    private static final Pattern CODEC = Pattern.compile(
            "(?im)^a=rtpmap:\\d+ +(opus/48000/2|G722/8000|PCMU/8000|PCMA/8000)|^m=audio \\d+ \\S+(?: \\d+)*? [089](?= |\\s*$)");

    private static final Pattern DIRECTION = Pattern.compile("(?m)^a=(sendrecv|sendonly|recvonly|inactive)\\b");
    private static final Pattern AUDIO = Pattern.compile("(?m)^m=audio (?!0 )");

    private Sdp() {}

    /**
     * An answer must choose a DTLS role, yet some servers repeat {@code actpass}. WebRTC would not only refuse that but never
     * again accept anything on the same connection.
     */
    static String withRole(String answer) {
        return SETUP.matcher(answer).replaceAll(setup -> chosen(setup.group(1)) ? setup.group() : "a=setup:passive");
    }

    /** The same description as an offer. */
    static String asOffer(String answer) {
        return SETUP.matcher(answer).replaceAll("a=setup:actpass");
    }

    /** Whether there is an audio section that is not refused. */
    static boolean hasAudio(String sdp) {
        return AUDIO.matcher(sdp).find();
    }

    /** Whether it offers a codec that the engine speaks: asking the engine for an answer would leave that behind for ever. */
    static boolean hasKnownCodec(String sdp) {
        return CODEC.matcher(sdp).find();
    }

    /** Whether who made {@code local} sends audio to who made {@code far}; both of them one section, in RFC 8866's directions. */
    static boolean sends(String local, String far) {
        return hasAudio(local)
                && hasAudio(far)
                && direction(local).contains("send")
                && direction(far).contains("recv");
    }

    private static String direction(String sdp) {
        Matcher matcher = DIRECTION.matcher(sdp);
        String last = "sendrecv";
        while (matcher.find()) {
            last = matcher.group(1);
        }
        return last;
    }

    /** The ICE user fragment, empty if there is none. */
    static String fragment(String sdp) {
        Matcher matcher = FRAGMENT.matcher(sdp);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Whether a section has that identification. */
    static boolean hasMid(String sdp, String mid) {
        return sdp.lines().anyMatch(("a=mid:" + mid)::equals);
    }

    private static boolean chosen(String role) {
        String name = role.strip();
        return name.equals("active") || name.equals("passive");
    }
}
