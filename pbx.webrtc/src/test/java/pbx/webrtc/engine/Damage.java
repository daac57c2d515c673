package pbx.webrtc.engine;

import java.util.EnumSet;
import java.util.Set;

/** Ways to spoil a session description. */
enum Damage {
    NONSENSE("(?s)^.+", "hello"),
    EMPTY("(?s)^.+", ""),
    TRUNCATED("(?s)m=audio.*", ""),
    NO_FINGERPRINT("a=fingerprint:[^\r]*\r\n", ""),
    UNKNOWN_DIGEST("a=fingerprint:sha-256", "a=fingerprint:sha-777"),
    NO_ICE("a=ice-ufrag:[^\r]*\r\n", ""),
    NO_MUX_NO_NAMES("a=(mid|group|rtcp-mux)[^\r]*\r\n", ""),
    WRONG_GROUP("a=group:BUNDLE 0", "a=group:BUNDLE 7"),
    UNKNOWN_CODEC("SAVPF [^\r]*", "SAVPF 99"),
    REFUSED_AUDIO("m=audio [0-9]+ ", "m=audio 0 ");

    /** Those that show without a native trial. */
    static final Set<Damage> READABLE = EnumSet.of(NONSENSE, EMPTY, TRUNCATED, UNKNOWN_CODEC, REFUSED_AUDIO);

    private final String part;
    private final String instead;

    Damage(String part, String instead) {
        this.part = part;
        this.instead = instead;
    }

    String to(String sdp) {
        return sdp.replaceAll(part, instead);
    }
}
