package pbx.bench;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.media.audio.AudioOptions;
import dev.onvoid.webrtc.media.audio.AudioSource;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;

/** A factory of bare webrtc-java and its headless device. Whoever shares it says the same. */
final class BareDevice implements AutoCloseable {
    private final HeadlessAudioDeviceModule device = new HeadlessAudioDeviceModule();
    private final PeerConnectionFactory factory = new PeerConnectionFactory(device);

    RTCPeerConnection connection(PeerConnectionObserver observer) {
        return factory.createPeerConnection(new RTCConfiguration(), observer);
    }

    AudioTrack track(String name) {
        return factory.createAudioTrack(name, factory.createAudioSource(new AudioOptions()));
    }

    /** Playing has to run first: it drives the device. */
    void speaks(AudioSource source) {
        device.initPlayout();
        device.startPlayout();
        device.setAudioSource(source);
    }

    @Override
    public void close() {
        factory.dispose();
        device.dispose();
    }
}
