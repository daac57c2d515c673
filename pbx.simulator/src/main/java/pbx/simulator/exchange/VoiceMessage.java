package pbx.simulator.exchange;

import java.time.Duration;
import java.time.Instant;
import pbx.simulator.sound.Speech;
import pbx.simulator.wire.Party;

/** @param speech empty where there is no audio */
record VoiceMessage(String id, Party from, Instant at, Duration length, Speech speech, boolean read) {
    VoiceMessage asRead() {
        return new VoiceMessage(id, from, at, length, speech, true);
    }
}
