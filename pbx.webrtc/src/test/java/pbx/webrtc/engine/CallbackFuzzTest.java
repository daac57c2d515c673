package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An exception that leaves a callback ends the JVM: whatever native code says, and whatever those behind it do, none does. */
class CallbackFuzzTest {
    private static final int CALLS = Boolean.getBoolean("pbx.full") ? 100_000 : 2_000;
    private static final Key KEY = new Key("media", "fuzz");

    private final Random random = new Random(7);

    @Test
    void theSpeakersNeverThrows() {
        Speaker speaker = new Speaker(KEY);
        for (int i = 0; i < CALLS; i++) {
            if (i % 100 == 0) {
                speaker.sink((samples, rate) -> spoil());
            }
            byte[] data = random.nextInt(10) == 0 ? null : new byte[random.nextInt(2_000)];
            assertDoesNotThrow(() -> speaker.onData(data, bits(), any(), any(), any()));
        }
    }

    @Test
    void theMicrophonesNeverThrows() {
        Microphone microphone = new Microphone(KEY);
        for (int i = 0; i < CALLS; i++) {
            if (i % 50 == 0) {
                microphone.source(frame -> spoil());
            }
            assertDoesNotThrow(microphone::frame);
        }
    }

    @Test
    void theDevicesNeverThrows() throws Exception {
        Natives.load().await();
        SharedDevice device = new SharedDevice();
        for (int i = 0; i < CALLS; i++) {
            Runnable over = device.beat(this::spoil);
            byte[] data = random.nextInt(10) == 0 ? null : new byte[random.nextInt(2_000)];
            assertDoesNotThrow(() -> device.onRecordedData(data, any(), any(), any(), any(), any(), any()));
            over.run();
        }
        device.close();
    }

    @Test
    void theConnectionsNeverThrow() throws Exception {
        SessionThread thread = new SessionThread(KEY);
        Picture picture = new Picture("fuzz", event -> spoil());
        Condition condition = new Condition(picture, () -> true);
        LocalCandidates candidates = new LocalCandidates(picture);
        PeerEvents living = new PeerEvents(thread::post, condition, candidates, this::spoil, this::spoil);
        PeerEvents dead = new PeerEvents(work -> spoil(), condition, candidates, this::spoil, this::spoil);
        for (int i = 0; i < CALLS; i++) {
            call(random.nextBoolean() ? living : dead);
        }
        thread.end(() -> {}).get();
        call(living);
    }

    private void call(PeerEvents events) {
        RTCPeerConnectionState[] states = RTCPeerConnectionState.values();
        assertDoesNotThrow(() -> {
            switch (random.nextInt(5)) {
                case 0 -> events.onIceCandidate(null);
                case 1 -> events.onIceCandidate(new RTCIceCandidate(null, any(), null));
                case 2 -> events.onConnectionChange(null);
                case 3 -> events.onConnectionChange(states[random.nextInt(states.length)]);
                default -> events.onTrack(null);
            }
        });
    }

    private void spoil() {
        switch (random.nextInt(4)) {
            case 0 -> throw new IllegalStateException("on purpose");
            case 1 -> throw new LinkageError("on purpose");
            case 2 -> throw new StackOverflowError("on purpose");
            default -> {}
        }
    }

    private int bits() {
        return random.nextBoolean() ? 16 : any();
    }

    private int any() {
        return random.nextInt(5) == 0 ? random.nextInt() : random.nextInt(1_000) - 10;
    }
}
