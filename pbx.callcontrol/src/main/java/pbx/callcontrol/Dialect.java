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

    /** Observed on 70.1: what says actpass is an offer there, whatever it was sent in reply to (protocol notes 5.2). */
    static boolean offers(String sdp) {
        return sdp.contains("a=setup:actpass");
    }

    /** Mostly a bare text; an object is accepted (protocol notes, envelope rule 10). */
    static String sdp(Message message, String field) {
        return message.fields().get(field) instanceof Map<?, ?> object && object.get("sdp") instanceof String text
                ? text
                : message.text(field);
    }

    /** Final, as in SIP: where there is no code the call was picked up (protocol notes 5.3). */
    static int code(Message sdp) {
        return sdp.number("code", 200);
    }

    /** Which field names the call is not known for all messages. */
    static String callid(Message message) {
        String callid = message.text("callid");
        return callid.isEmpty() ? message.text("id") : callid;
    }
}
