package pbx.webrtc.engine;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpReceiver;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.internal.NativeObject;
import dev.onvoid.webrtc.media.audio.AudioOptions;
import dev.onvoid.webrtc.media.audio.AudioSource;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSink;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.List;
import pbx.webrtc.AudioEngine.IceServer;

/**
 * The native objects of one session: a factory and an audio device of its own, so that each session sends its own sound, and
 * the peer connection. One thread at a time: whose it is made by, then, from {@link #begin} on, the session's.
 */
final class Peer {
    private final Teardown teardown = new Teardown();
    private final Events events = new Events();
    private final HeadlessAudioDeviceModule device = new HeadlessAudioDeviceModule();
    private PeerConnectionFactory factory;
    private RTCPeerConnection connection;
    private RTCPeerConnection stage;
    private AudioTrackSink speaker;
    private AudioTrack remote;

    /** Makes all that can be made before it is known for whom; nothing of it runs, nor calls back. */
    Peer() {
        try {
            openConnection();
            stage = stage();
        } catch (Throwable error) {
            close();
            throw error;
        }
    }

    /** It is a session's from now on; where that fails it is closed. */
    void begin(
            PeerConnectionObserver observer, AudioSource microphone, AudioTrackSink speaker, List<IceServer> servers) {
        this.speaker = speaker;
        events.to = observer;
        try {
            findWaysBy(servers);
            addTrack();
            startDevice(microphone);
        } catch (Throwable error) {
            close();
            throw error;
        }
    }

    RTCPeerConnection connection() {
        return connection;
    }

    /** The far end's track came, or came again: then its Java object is a new one, but the native track may be the same. */
    void hear() {
        for (RTCRtpReceiver receiver : connection.getReceivers()) {
            if (receiver.getTrack() instanceof AudioTrack track) {
                unhear();
                remote = track;
                track.addSink(speaker);
                return;
            }
        }
    }

    /**
     * Tries the far end's offer on a connection of its own: one that fails to apply a description refuses everything for ever
     * after, and that must not happen to the session's.
     */
    void rehearse(String offer) throws Signalling.Refused {
        if (!Sdp.hasAudio(offer)) {
            throw new Signalling.Refused("It holds no audio.");
        }
        if (!Sdp.hasKnownCodec(offer)) {
            throw new Signalling.Refused("None of its audio codecs is known here.");
        }
        if (stage == null) {
            stage = stage();
        }
        try {
            new Signalling(stage).remote(RTCSdpType.OFFER, offer);
        } finally {
            closeStage();
        }
    }

    void close() {
        closeStage();
        teardown.run();
    }

    private void openConnection() {
        teardown.last(device::dispose);
        factory = new PeerConnectionFactory(device);
        teardown.last(factory::dispose);
        teardown.last(this::stopDevice);
        connection = factory.createPeerConnection(configuration(), events);
        teardown.last(() -> NativeRef.closeAndRelease(connection));
        teardown.last(this::unhear);
    }

    /** The first thing that calls back into Java: from then on the native thread that does keeps the JVM from ending. */
    private void addTrack() {
        AudioTrack track =
                freed(factory.createAudioTrack("audio", freed(factory.createAudioSource(new AudioOptions()))));
        freed(connection.addTrack(track, List.of("pbx")));
    }

    private RTCPeerConnection stage() {
        return factory.createPeerConnection(configuration(), candidate -> {});
    }

    private void findWaysBy(List<IceServer> servers) {
        if (!servers.isEmpty()) {
            RTCConfiguration configuration = configuration();
            configuration.iceServers = servers.stream().map(Peer::server).toList();
            connection.setConfiguration(configuration);
        }
    }

    /** It served one rehearsal, or none that will come. */
    private void closeStage() {
        RTCPeerConnection old = stage;
        stage = null;
        if (old != null) {
            NativeRef.closeAndRelease(old);
        }
    }

    /** The order is essential: a source that is set before playing would take the playout path from WebRTC. */
    private void startDevice(AudioSource microphone) {
        device.initPlayout();
        device.startPlayout();
        device.setAudioSource(microphone);
    }

    private void stopDevice() {
        device.stopRecording();
        device.stopPlayout();
    }

    private <T extends NativeObject> T freed(T owned) {
        teardown.last(() -> NativeRef.release(owned));
        return owned;
    }

    private void unhear() {
        if (remote != null) {
            remote.removeSink(speaker);
            remote = null;
        }
    }

    private static RTCIceServer server(IceServer server) {
        RTCIceServer its = new RTCIceServer();
        its.urls.add(server.url());
        its.username = server.user();
        its.password = server.password();
        return its;
    }

    /** With one media section bundling gains nothing, and MAX_BUNDLE would refuse servers that name no sections. */
    private static RTCConfiguration configuration() {
        RTCConfiguration configuration = new RTCConfiguration();
        configuration.bundlePolicy = RTCBundlePolicy.BALANCED;
        return configuration;
    }

    /** Native callbacks go to whose connection it is; before it is anybody's there is nothing to tell. */
    private static final class Events implements PeerConnectionObserver {
        private volatile PeerConnectionObserver to = candidate -> {};

        @Override
        public void onIceCandidate(RTCIceCandidate candidate) {
            to.onIceCandidate(candidate);
        }

        @Override
        public void onConnectionChange(RTCPeerConnectionState state) {
            to.onConnectionChange(state);
        }

        @Override
        public void onTrack(RTCRtpTransceiver transceiver) {
            to.onTrack(transceiver);
        }
    }
}
