package pbx.simulator.exchange;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.simulator.wire.Wire;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.AudioEngine.EngineException;

/** Connects and ends calls, and sees to it that everybody hears whom they should. */
final class Switchboard {
    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);
    private static final Duration BRIEF = Duration.ofSeconds(3);
    private static final int MEDIA_REFUSED = 415;
    private static final int NO_SERVICE = 503;

    private final Tenant tenant;
    private final List<Call> calls;
    private final AudioEngine engine;
    private final AudioEngine silence = new Silence();
    private final Loop loop;
    private final Random random = new SecureRandom();
    private long legs;

    Switchboard(Tenant tenant, List<Call> calls, AudioEngine engine, Loop loop) {
        this.tenant = tenant;
        this.calls = calls;
        this.engine = engine;
        this.loop = loop;
    }

    /** A new leg under the caller's own id. */
    Leg leg(String callid, Phone phone) {
        AudioEngine sound = phone.audible() ? engine : silence;
        return new Leg(callid, phone, new LegAudio(sound, loop, "leg-" + ++legs));
    }

    /** An id of the PBX's making. */
    String newId() {
        byte[] bytes = new byte[6];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes) + "@pbx";
    }

    void add(Call call) {
        calls.add(call);
    }

    boolean has(Call call) {
        return calls.contains(call);
    }

    List<Leg> legs() {
        return calls.stream().flatMap(call -> call.legs().stream()).toList();
    }

    Optional<Call> callOf(Leg leg) {
        return calls.stream().filter(call -> call.legs().contains(leg)).findFirst();
    }

    /** Does something with the call and the leg that the socket knows by the id; unknown ids are ignored. */
    void with(Phone phone, String callid, BiConsumer<Call, Leg> action) {
        for (Call call : List.copyOf(calls)) {
            Optional<Leg> leg = call.leg(phone, callid);
            if (leg.isPresent()) {
                action.accept(call, leg.get());
                return;
            }
        }
        LOG.debug(
                "extension {} named a call that it does not have",
                phone.account().number());
    }

    /** The far end is there: answers the caller, if that is still to be done, and lets them talk. */
    void connect(Call call) {
        if (call.from() instanceof Leg caller && !caller.talking()) {
            caller.audio().answer(call.offer()).whenComplete((sdp, error) -> answered(call, caller, sdp, error));
        } else {
            tellCaller(call);
            connected(call);
        }
    }

    /** Who was sent on to somebody else learns to whom. */
    private static void tellCaller(Call call) {
        if (call.from() instanceof Leg caller) {
            caller.send(Wire.callerId(caller.callid(), call.to().orElseThrow().party()));
        }
    }

    private void answered(Call call, Leg caller, String sdp, Throwable error) {
        if (!has(call)) {
            return;
        }
        if (error != null) {
            fail(call, code(error));
            return;
        }
        caller.startTalking();
        caller.answer(sdp, call.to().map(End::party).orElse(call.wanted()));
        connected(call);
    }

    private void connected(Call call) {
        call.connected(loop.now());
        patch(call);
        if (call.to().orElseThrow() instanceof ServiceEnd end && end.service() == Service.BRIEF) {
            loop.after(BRIEF, () -> fail(call, 0));
        }
    }

    /** Gives each leg what it should hear now. */
    void patch(Call call) {
        call.legs().stream().filter(leg -> !call.ringing().contains(leg)).forEach(leg -> leg.audio()
                .play(Patch.heard(call, leg)));
    }

    /** One of the phones that ring does not want it. The call ends with the last of them, or at once when all are meant. */
    void reject(Call call, Leg leg, int code) {
        call.ringing().remove(leg);
        leg.audio().close();
        if (call.ringing().isEmpty() || code >= 600) {
            fail(call, code);
        }
    }

    /** Ends the call on the PBX's own account. */
    void fail(Call call, int code) {
        end(call, Optional.empty(), code);
    }

    /** Ends the call for everybody; who ended it is not told. A code of 0 is not sent. */
    void end(Call call, Optional<Leg> by, int code) {
        if (!calls.remove(call)) {
            return;
        }
        for (Leg leg : call.legs()) {
            leg.audio().close();
            if (by.filter(ender -> ender == leg).isPresent()) {
                continue;
            }
            if (call.ringing().contains(leg)) {
                leg.cancel();
            } else {
                leg.bye(code);
            }
        }
    }

    /** Takes the call out of the list without a word; its legs live on elsewhere. */
    void dissolve(Call call) {
        calls.remove(call);
    }

    /** A local candidate was found somewhere. */
    void trickle(String session) {
        legs().stream().filter(leg -> leg.audio().is(session)).forEach(Leg::trickle);
    }

    Tenant tenant() {
        return tenant;
    }

    /** How a failure of the engine is told on the wire. */
    static int code(Throwable error) {
        Throwable cause = error.getCause() == null ? error : error.getCause();
        LOG.warn("a call fails for its audio: {}", cause.getMessage());
        boolean refused =
                cause instanceof EngineException failure && failure.reason() == EngineException.Reason.INVALID;
        return refused ? MEDIA_REFUSED : NO_SERVICE;
    }
}
