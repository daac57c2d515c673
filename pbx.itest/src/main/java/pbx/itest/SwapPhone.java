package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeoutException;
import pbx.api.call.Call;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.AudioEngine.Registration;

/**
 * Somebody at extension 46 of the embedded PBX. What it is told happens at the PBX at once, whatever part of the platform is away.
 * It has no audio of its own: for its voice and its ears stand the PBX's ends of sound.
 */
final class SwapPhone {
    static final String NUMBER = "46";
    private static final double VOICE_HERE = 500;
    private static final double VOICE_THERE = 700;

    private static final int TRIES = 10;

    private final Office office;

    /** Rings from now on when it is called. */
    SwapPhone(Office office) throws Exception {
        this.office = office;
        office.simulator("register", NUMBER);
    }

    void dial(String number) throws Exception {
        office.simulator("call", NUMBER, number);
    }

    void answer() throws Exception {
        office.simulator("answer", NUMBER);
    }

    void hangUp() throws Exception {
        office.simulator("hangup", NUMBER);
    }

    /** Both ends of this call hear each other now. */
    void hears(Call call) throws Exception {
        AudioEngine engine = office.engine();
        String there = connected(engine);
        for (int i = 0; !hears(call, engine, there); i++) {
            assertTrue(i < TRIES, "they do not hear each other");
        }
    }

    /** False if whoever else plugs in here, media for one, has done so after us. */
    private boolean hears(Call call, AudioEngine engine, String there) throws Exception {
        try (Ear here = office.ear(call);
                Ear far = new Ear(engine, SwapEnd.PBX, there);
                Registration ours = office.say(call, new Tone(VOICE_HERE));
                Registration theirs = engine.source(SwapEnd.PBX, there, new Tone(VOICE_THERE))) {
            here.hear(sound -> sound.is(VOICE_THERE), 1);
            far.hear(sound -> sound.is(VOICE_HERE), 1);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** The one session at the PBX through which there is sound, as soon as there is. */
    private static String connected(AudioEngine engine) throws InterruptedException {
        Watched<String> events = new Watched<>();
        try (Registration registration = engine.listen(SwapEnd.PBX, (session, event) -> events.add(session))) {
            engine.sessions(SwapEnd.PBX).forEach(session -> events.add(session.id()));
            return events.await("sound at the PBX", id -> engine.sessions(SwapEnd.PBX).stream()
                    .anyMatch(one -> one.id().equals(id) && one.state() == AudioEngine.State.CONNECTED));
        }
    }
}
