package pbx.webrtc.engine;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.media.audio.AudioSink;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One native factory and one virtual sound device for several sessions, each of which sends a sound of its own.
 *
 * <p>By itself the headless device sends what it records to all of them, and a source of a session's own beside that ends the
 * JVM: two threads meet in one stream. Here the device is recording into a sink of ours already when WebRTC comes to take it
 * over, and a device in use keeps its way (webrtc-java 0.14.0, {@code HeadlessAudioDeviceModule.cpp}; WebRTC's
 * {@code audio_device_buffer.cc}). So nothing it records reaches a call, and WebRTC gets only the other half: it is asked for
 * what is to be "recorded", which is what the far ends said. That drives all reception, every 10 ms on one thread, and the same
 * thread then gives each session's sound to WebRTC.
 *
 * <p>Any thread; {@link #close} only when no connection is left.
 */
final class SharedDevice implements AudioSink {
    private final Teardown teardown = new Teardown();
    private final List<Beat> beats = new CopyOnWriteArrayList<>();
    private final HeadlessAudioDeviceModule device = new HeadlessAudioDeviceModule();
    private final PeerConnectionFactory factory;
    private final AtomicInteger count = new AtomicInteger();
    // guarded by this
    private int seen;
    private boolean quiet;

    SharedDevice() {
        teardown.last(device::dispose);
        try {
            device.setAudioSink(this);
            startRecording();
            teardown.last(device::stopRecording);
            factory = new PeerConnectionFactory(device);
            teardown.last(factory::dispose);
            teardown.last(this::stop);
            device.stopRecording(); // until the first session sends; the way stays
        } catch (Throwable error) {
            teardown.run();
            throw error;
        }
    }

    RTCPeerConnection connection(RTCConfiguration configuration, PeerConnectionObserver observer) {
        return factory.createPeerConnection(configuration, observer);
    }

    AudioTrack track(String id, AudioTrackSource source) {
        return factory.createAudioTrack(id, source);
    }

    /**
     * Runs it every 10 ms on the device's thread, where it MUST NOT wait, as long as any session sends or hears.
     *
     * @return ends that; when it is back it does not run, nor will
     */
    Runnable beat(Runnable work) {
        Beat beat = new Beat(work);
        beats.add(beat);
        return () -> {
            beats.remove(beat);
            beat.end();
        };
    }

    /**
     * To be called a few times a second while there are sessions: WebRTC stops the device with the last session that sends,
     * but others may still hear, as one that is on hold does. It starts again at the second quiet look, since at the first
     * WebRTC may be about to stop it, and two threads must not do that at once.
     */
    synchronized void keepRunning() {
        int now = count.get();
        if (now == seen && quiet && !beats.isEmpty()) {
            startRecording();
        }
        quiet = now == seen;
        seen = now;
    }

    /** On the device's thread, every 10 ms. An exception that left this would end the JVM. */
    @Override
    public void onRecordedData(
            byte[] heard, int samples, int bytesPerSample, int channels, int rate, int delayMs, int drift) {
        try {
            count.incrementAndGet();
            beats.forEach(Beat::run);
        } catch (Throwable error) {
            // no thread of ours to report it on: this beat is lost
        }
    }

    void close() {
        teardown.run();
    }

    private void startRecording() {
        device.initRecording();
        device.startRecording();
    }

    private void stop() {
        device.stopRecording();
        device.stopPlayout();
    }

    /** Its lock is held while it runs. */
    private static final class Beat {
        private final Runnable work;
        private boolean ended;

        Beat(Runnable work) {
            this.work = work;
        }

        synchronized void run() {
            if (!ended) {
                work.run();
            }
        }

        synchronized void end() {
            ended = true;
        }
    }
}
