package pbx.callcontrol;

import java.util.Map;
import pbx.api.connection.Message;

/** Peculiarities of what the PBX sends, each changeable here alone. */
final class Dialect {
    private Dialect() {}

    /** Observed on 67.0: an answer may wrongly say actpass, which no engine accepts in an answer (protocol notes 5.2). */
    static String answer(String sdp) {
        return sdp.replace("a=setup:actpass", "a=setup:passive");
    }

    /** {@code state} on newer PBXs, {@code callstate} on older ones. */
    static String state(Map<String, Object> call) {
        String state = Message.text(call, "state");
        return state.isEmpty() ? Message.text(call, "callstate") : state;
    }

    static boolean connected(String state) {
        return "connected".equals(state);
    }

    /** Vendor code has both words; which is which side is not documented, so who held is told from what we asked for. */
    static boolean held(String state) {
        return "holding".equals(state) || "onhold".equals(state);
    }
}
