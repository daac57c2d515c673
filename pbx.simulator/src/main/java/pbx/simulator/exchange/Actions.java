package pbx.simulator.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.simulator.wire.Frame;
import pbx.simulator.wire.UnknownShapes;

/** Which action does what. Unknown ones, and what is no frame at all, are ignored. */
final class Actions {
    private static final Logger LOG = LoggerFactory.getLogger(Actions.class);

    private final Map<String, BiConsumer<Phone, Frame>> actions;

    Actions(Presence presence, Dialling dialling, Signalling signalling, ById calls, Chat chat) {
        actions = Map.ofEntries(
                Map.entry("own-calls", presence::ownCalls),
                Map.entry("domain-calls", presence::domainCalls),
                Map.entry("orbit-calls", presence::orbits),
                Map.entry("blf", presence::lamps),
                Map.entry("sip-register", presence::register),
                Map.entry(
                        "ringtones",
                        (phone, frame) -> phone.send(UnknownShapes.ringtones().toString())),
                Map.entry("get-users", presence::users),
                Map.entry("get-calls", presence::calls),
                Map.entry("sdp-packet", dialling::dial),
                Map.entry("sdp-200ok", signalling::answer),
                Map.entry("sip-busy", signalling::refuse),
                Map.entry("sip-bye", signalling::hangUp),
                Map.entry("ice-candidate", signalling::candidate),
                Map.entry("wrtc-hold", signalling::hold),
                Map.entry("blind-transfer2", calls::blindTransfer),
                Map.entry("blind-transfer", calls::blindTransfer),
                Map.entry("att-transfer", calls::attendedTransfer),
                Map.entry("rec-call", calls::record),
                Map.entry("make-call", calls::dial),
                Map.entry("hold-call", calls::hold),
                Map.entry("accept-call", calls::accept),
                Map.entry("clear-call", calls::clear),
                Map.entry("chat", chat::say),
                Map.entry("add-to-crm", Actions::taken),
                Map.entry("avoid-disconnect", Actions::taken),
                Map.entry("sip-ringing", Actions::taken),
                Map.entry("sip-ack", Actions::taken),
                Map.entry("bye-response", Actions::taken),
                Map.entry("cancel-response", Actions::taken),
                Map.entry("mute", Actions::taken));
    }

    void run(Phone phone, String text) {
        Optional<Frame> frame = Frame.parse(text);
        BiConsumer<Phone, Frame> action =
                frame.map(Frame::action).map(actions::get).orElse(null);
        if (action == null) {
            LOG.debug("ignored a frame of extension {}", phone.account().number());
        } else {
            action.accept(phone, frame.orElseThrow());
        }
    }

    /** Understood, and nothing to be done. */
    private static void taken(Phone phone, Frame frame) {
        LOG.trace("{} from extension {}", frame.action(), phone.account().number());
    }
}
