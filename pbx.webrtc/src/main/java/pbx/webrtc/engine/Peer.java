package pbx.webrtc.engine;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpReceiver;
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
 * the peer connection. The session's thread only.
 */
final class Peer {
    private final AudioTrackSink speaker;
    private final Teardown teardown = new Teardown();
    private PeerConnectionFactory factory;
    private RTCPeerConnection connection;
    private AudioTrack remote;

    Peer(PeerConnectionObserver observer, AudioSource microphone, AudioTrackSink speaker, List<IceServer> servers) {
        this.speaker = speaker;
        try {
            openDevice(microphone);
            openConnection(observer, servers);
        } catch (Throwable error) {
            teardown.run();
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
        RTCPeerConnection stage = factory.createPeerConnection(configuration(), candidate -> {});
        try {
            new Signalling(stage).remote(RTCSdpType.OFFER, offer);
        } finally {
            NativeRef.closeAndRelease(stage);
        }
    }

    void close() {
        teardown.run();
    }

    /** The order is essential: a source that is set before playing would take the playout path from WebRTC. */
    private void openDevice(AudioSource microphone) {
        HeadlessAudioDeviceModule device = new HeadlessAudioDeviceModule();
        teardown.last(device::dispose);
        factory = new PeerConnectionFactory(device);
        teardown.last(factory::dispose);
        device.initPlayout();
        device.startPlayout();
        teardown.last(device::stopPlayout);
        device.setAudioSource(microphone);
        teardown.last(device::stopRecording);
    }

    private void openConnection(PeerConnectionObserver observer, List<IceServer> servers) {
        RTCConfiguration configuration = configuration();
        configuration.iceServers = servers.stream().map(Peer::server).toList();
        connection = factory.createPeerConnection(configuration, observer);
        teardown.last(() -> NativeRef.closeAndRelease(connection));
        teardown.last(this::unhear);
        AudioTrack track =
                freed(factory.createAudioTrack("audio", freed(factory.createAudioSource(new AudioOptions()))));
        freed(connection.addTrack(track, List.of("pbx")));
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
}
