package pbx.bench;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.audio.AudioSource;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSink;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One peer of bare webrtc-java: a connection with the library's defaults, by itself with a factory and a headless device of its own. */
final class BarePeer implements PeerConnectionObserver, AutoCloseable {
    private static final long PATIENCE_S = 10;

    final CompletableFuture<Void> connected = new CompletableFuture<>();
    private final BlockingQueue<RTCIceCandidate> early = new LinkedBlockingQueue<>();
    private final BareDevice device;
    private final boolean shared;
    private final RTCPeerConnection connection;
    private volatile Consumer<RTCIceCandidate> found = early::add;

    BarePeer(String name) {
        this(name, new BareDevice(), false);
    }

    /** Its device's other peers say the same as it. */
    BarePeer(String name, BareDevice shared) {
        this(name, shared, true);
    }

    private BarePeer(String name, BareDevice device, boolean shared) {
        this.device = device;
        this.shared = shared;
        connection = device.connection(this);
        connection.addTrack(device.track(name), List.of(name));
    }

    void callTo(BarePeer callee) throws Exception {
        RTCSessionDescription offer = made(done -> connection.createOffer(new RTCOfferOptions(), done));
        set(done -> connection.setLocalDescription(offer, done));
        set(done -> callee.connection.setRemoteDescription(offer, done));
        RTCSessionDescription answer = made(done -> callee.connection.createAnswer(new RTCAnswerOptions(), done));
        set(done -> callee.connection.setLocalDescription(answer, done));
        set(done -> connection.setRemoteDescription(answer, done));
        trickle(callee);
        callee.trickle(this);
        connected.get(PATIENCE_S, TimeUnit.SECONDS);
        callee.connected.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    private void trickle(BarePeer to) {
        found = to.connection::addIceCandidate;
        early.forEach(to.connection::addIceCandidate);
    }

    /** From now on it says this. */
    void speaks(AudioSource source) {
        device.speaks(source);
    }

    /** From now on this hears the far end. */
    void hears(AudioTrackSink sink) {
        ((AudioTrack) connection.getReceivers()[0].getTrack()).addSink(sink);
    }

    RTCStatsReport stats() throws Exception {
        CompletableFuture<RTCStatsReport> report = new CompletableFuture<>();
        connection.getStats(report::complete);
        return report.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        found.accept(candidate);
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        if (state == RTCPeerConnectionState.CONNECTED) {
            connected.complete(null);
        }
    }

    @Override
    public void close() {
        connection.close();
        if (!shared) {
            device.close();
        }
    }

    private static RTCSessionDescription made(Consumer<CreateSessionDescriptionObserver> make) throws Exception {
        CompletableFuture<RTCSessionDescription> done = new CompletableFuture<>();
        make.accept(new CreateSessionDescriptionObserver() {
            @Override
            public void onSuccess(RTCSessionDescription description) {
                done.complete(description);
            }

            @Override
            public void onFailure(String error) {
                done.completeExceptionally(new IllegalStateException(error));
            }
        });
        return done.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    private static void set(Consumer<SetSessionDescriptionObserver> apply) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        apply.accept(new SetSessionDescriptionObserver() {
            @Override
            public void onSuccess() {
                done.complete(null);
            }

            @Override
            public void onFailure(String error) {
                done.completeExceptionally(new IllegalStateException(error));
            }
        });
        done.get(PATIENCE_S, TimeUnit.SECONDS);
    }
}
