package pbx.webrtc.engine;

import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpReceiver;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.internal.NativeObject;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSink;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import java.util.List;
import pbx.webrtc.AudioEngine.IceServer;

/**
 * The native objects of one session: its place at a shared device, its peer connection and the source by which its sound goes
 * into WebRTC. The session's thread only.
 */
final class Peer {
    private final Teardown teardown = new Teardown();
    private final CustomAudioSource outgoing = new CustomAudioSource();
    private final Microphone microphone;
    private final AudioTrackSink speaker;
    private final SharedDevice device;
    private final RTCPeerConnection connection;
    private AudioTrack remote;
    private boolean hasTrack;
    // read by the device's thread
    private volatile boolean agreed;
    private volatile boolean connected;

    Peer(
            SharedDevices devices,
            PeerConnectionObserver observer,
            Microphone microphone,
            AudioTrackSink speaker,
            List<IceServer> servers) {
        this.microphone = microphone;
        this.speaker = speaker;
        teardown.last(() -> NativeRef.release(outgoing));
        try {
            device = devices.enter();
            teardown.last(() -> devices.leave(device));
            connection = device.connection(configuration(servers), observer);
            teardown.last(() -> NativeRef.closeAndRelease(connection));
            teardown.last(this::unhear);
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
        read(offer);
        RTCPeerConnection stage = device.connection(configuration(List.of()), candidate -> {});
        try {
            new Signalling(stage).remote(RTCSdpType.OFFER, offer);
        } finally {
            NativeRef.closeAndRelease(stage);
        }
    }

    /** What can be said of the far end's description by reading it. */
    void read(String sdp) throws Signalling.Refused {
        if (!Sdp.hasAudio(sdp)) {
            throw new Signalling.Refused("It holds no audio.");
        }
        if (!Sdp.hasKnownCodec(sdp)) {
            throw new Signalling.Refused("None of its audio codecs is known here.");
        }
    }

    /**
     * The session's own track, once: before its first offer, or when the far end's is applied. Were it there before, an offer
     * that only sends would get a section of its own beside it (RFC 8829, 5.10), in which nothing could ever be sent.
     */
    void addTrack() {
        if (!hasTrack) {
            hasTrack = true;
            AudioTrack track = freed(device.track("audio", outgoing));
            freed(connection.addTrack(track, List.of("pbx")));
            teardown.last(device.beat(this::speak)); // the source's list of sinks has no lock: it stands from here on
        }
    }

    /** What was agreed on: from the first connection on sound is asked for as long as it is to be sent. */
    void sends(boolean agreed) {
        this.agreed = agreed;
    }

    void connected() {
        connected = true;
    }

    void close() {
        teardown.run();
    }

    /** On the device's thread, every 10 ms. */
    private void speak() {
        if (agreed && connected) {
            outgoing.pushAudio(microphone.frame(), Microphone.BITS, Microphone.RATE, 1, Microphone.SAMPLES);
        }
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
    private static RTCConfiguration configuration(List<IceServer> servers) {
        RTCConfiguration configuration = new RTCConfiguration();
        configuration.bundlePolicy = RTCBundlePolicy.BALANCED;
        configuration.iceServers = servers.stream().map(Peer::server).toList();
        return configuration;
    }
}
