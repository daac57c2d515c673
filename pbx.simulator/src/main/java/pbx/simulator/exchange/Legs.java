package pbx.simulator.exchange;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import pbx.simulator.wire.Party;
import pbx.webrtc.AudioEngine;

/** Makes the legs of calls, each with its own audio session. */
final class Legs {
    private static final int PROGRESS = 183;
    private static final int OK = 200;

    private final AudioEngine engine;
    private final String owner;
    private final AudioEngine silence = new Silence();
    private final Loop loop;
    private final Dialects dialects;
    private final Random random = new SecureRandom();
    private final Map<String, Leg> byName = new HashMap<>();
    private long made;

    /** @param owner whose the sessions are in the engine, which tenants share */
    Legs(AudioEngine engine, String owner, Loop loop, Dialects dialects) {
        this.engine = engine;
        this.owner = owner;
        this.loop = loop;
        this.dialects = dialects;
    }

    String owner() {
        return owner;
    }

    /** An id of the PBX's making. */
    String newId() {
        byte[] bytes = new byte[6];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes) + "@pbx";
    }

    /** For a call that the phone places, under the phone's own id. */
    Leg placedBy(Phone phone, String callid, String offer) {
        Leg leg = leg(callid, phone);
        if (dialects.dialect(phone.account().number()) == Dialect.MODERN) {
            BiConsumer<String, Party> connected =
                    dialects.finalSdp() ? (sdp, far) -> leg.describe(OK, sdp, far) : Legs::nothing;
            leg.handshake(new PbxOffers(leg, loop, (sdp, far) -> leg.describe(PROGRESS, sdp, far), connected));
        } else {
            leg.handshake(new ClientOffers(leg, offer));
        }
        if (dialects.ownCallids()) {
            leg.laterId(newId());
        }
        return leg;
    }

    /** For a call that is offered to the phone. */
    Leg offeredTo(Phone phone) {
        Leg leg = leg(newId(), phone);
        leg.handshake(new PbxOffers(leg, loop, (sdp, far) -> leg.invite(sdp), Legs::nothing));
        return leg;
    }

    private static void nothing(String sdp, Party far) {}

    /** A local candidate was found in the session. */
    void trickle(String session) {
        String name = session.substring(0, Math.max(0, session.lastIndexOf('.')));
        Optional.ofNullable(byName.get(name))
                .filter(leg -> leg.audio().is(session))
                .ifPresent(Leg::trickle);
    }

    private Leg leg(String callid, Phone phone) {
        String name = "leg-" + ++made;
        AudioEngine sound = phone.audible() ? engine : silence;
        Leg leg = new Leg(callid, phone, new LegAudio(sound, owner, loop, name), () -> byName.remove(name));
        byName.put(name, leg);
        return leg;
    }
}
