package pbx.webrtc.device;

import dev.onvoid.webrtc.media.audio.AudioProcessing;
import dev.onvoid.webrtc.media.audio.AudioProcessingConfig;
import dev.onvoid.webrtc.media.audio.AudioProcessingConfig.NoiseSuppression;
import dev.onvoid.webrtc.media.audio.AudioProcessingStreamConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import pbx.webrtc.AudioDevices.Processing;

/** WebRTC's audio processing, by hand. A frame takes about a tenth of a millisecond, so one lock for both sides will do. */
final class NativeProcessing implements Processing {
    private static final AudioProcessingStreamConfig FORMAT = new AudioProcessingStreamConfig(48_000, 1);
    private static final int FRAME_BYTES = 960;
    /** From the speaker's line to the microphone's, both buffers included; the canceller finds the rest itself. */
    private static final int DELAY_MS = 60;

    private final byte[] in = new byte[FRAME_BYTES];
    private final byte[] out = new byte[FRAME_BYTES];
    private AudioProcessing processing;

    NativeProcessing(boolean echo, boolean noise, boolean gain) throws IOException {
        AudioProcessingConfig config = new AudioProcessingConfig();
        config.echoCanceller.enabled = echo;
        config.echoCanceller.enforceHighPassFiltering = echo;
        config.highPassFilter.enabled = true;
        config.noiseSuppression.enabled = noise;
        config.noiseSuppression.level = NoiseSuppression.Level.MODERATE;
        config.gainControl.enabled = gain;
        config.gainControl.adaptiveDigital.enabled = gain;
        try {
            processing = new AudioProcessing();
            processing.applyConfig(config);
        } catch (Throwable error) { // an Error where the natives are missing
            throw new IOException("echo cancellation is not available: " + error.getMessage(), error);
        }
    }

    @Override
    public synchronized void far(short[] frame) {
        if (processing != null) {
            bytes(in, frame.length).put(frame);
            processing.processReverseStream(in, FORMAT, FORMAT, out);
        }
    }

    @Override
    public synchronized void near(short[] frame) {
        if (processing == null) {
            return;
        }
        bytes(in, frame.length).put(frame);
        processing.setStreamDelayMs(DELAY_MS);
        if (processing.processStream(in, FORMAT, FORMAT, out) == 0) {
            bytes(out, frame.length).get(frame);
        }
    }

    private static java.nio.ShortBuffer bytes(byte[] array, int samples) {
        return ByteBuffer.wrap(array, 0, 2 * samples)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
    }

    @Override
    public synchronized void close() {
        if (processing != null) {
            processing.dispose();
            processing = null;
        }
    }
}
