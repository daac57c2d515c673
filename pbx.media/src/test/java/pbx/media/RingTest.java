package pbx.media;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.webrtc.AudioDevices;

/** The ringer is open while it rings, and no longer. */
class RingTest {
    private final OneSpeaker ringer = new OneSpeaker();

    private static final class OneSpeaker implements AudioDevices, AudioDevices.Watch, AudioDevices.Line {
        private final CountDownLatch opened = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public Watch watch() {
            return this;
        }

        @Override
        public List<Found> list() {
            return List.of(new Found("speaker", "Speaker", false, true));
        }

        @Override
        public boolean changed(int withinMs) throws IOException {
            pause(withinMs);
            return false;
        }

        @Override
        public Line open(boolean input, String id) {
            opened.countDown();
            return this;
        }

        @Override
        public void read(short[] frame) throws IOException {
            pause(10);
        }

        @Override
        public void write(short[] frame) throws IOException {
            pause(10);
        }

        @Override
        public void close() {
            if (opened.getCount() == 0) { // else it was the watch
                closed.countDown();
            }
        }

        @Override
        public Processing processing(boolean echo, boolean noise, boolean gain) throws IOException {
            throw new IOException("none here");
        }

        private static void pause(int ms) throws IOException {
            try {
                TimeUnit.MILLISECONDS.sleep(ms);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    /** Its caller hangs up meanwhile, and nobody is there to say so. */
    @Test
    void aCallThatNobodyControlsAnyMoreRingsNoLonger() throws Exception {
        try (Stage stage = new Stage()) {
            WebRtcMedia media = new WebRtcMedia(
                    stage.engine,
                    ringer,
                    Configured.with(Map.of("microphone", "none", "speaker", "none", "ringer", "speaker")));
            Call offered = SoundingTest.OFFERED;
            media.callChanged(new CallChange(Optional.empty(), offered));
            assertTrue(ringer.opened.await(30, TimeUnit.SECONDS), "it rings");
            media.writer.post(() -> media.uncontrolled(offered.id()));
            assertTrue(ringer.closed.await(30, TimeUnit.SECONDS), "it rings no longer");
            media.stop();
        }
    }
}
