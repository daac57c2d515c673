package pbx.bench;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.audio.AudioOptions;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The least that can connect two peers in one JVM: webrtc-java with its defaults, candidates trickled by method calls. */
final class BareWebRtc {
    private BareWebRtc() {}

    /** Milliseconds from the offer's making until both are connected, one pair after the other. */
    static double[] setups(int pairs, int warmup) throws Exception {
        double[] took = new double[pairs];
        for (int i = -warmup; i < pairs; i++) {
            long began = System.nanoTime();
            try (Peer caller = new Peer("caller");
                    Peer callee = new Peer("callee")) {
                caller.callTo(callee);
                caller.connected.get(10, TimeUnit.SECONDS);
                callee.connected.get(10, TimeUnit.SECONDS);
                if (i >= 0) {
                    took[i] = (System.nanoTime() - began) / 1e6;
                }
            }
        }
        return took;
    }

    private static final class Peer implements PeerConnectionObserver, AutoCloseable {
        final CompletableFuture<Void> connected = new CompletableFuture<>();
        private final BlockingQueue<RTCIceCandidate> early = new LinkedBlockingQueue<>();
        private final HeadlessAudioDeviceModule device = new HeadlessAudioDeviceModule();
        private final PeerConnectionFactory factory = new PeerConnectionFactory(device);
        private final RTCPeerConnection connection;
        private volatile Consumer<RTCIceCandidate> found = early::add;

        Peer(String name) {
            connection = factory.createPeerConnection(new RTCConfiguration(), this);
            connection.addTrack(
                    factory.createAudioTrack(name, factory.createAudioSource(new AudioOptions())), List.of(name));
        }

        void callTo(Peer callee) throws Exception {
            RTCSessionDescription offer = made(done -> connection.createOffer(new RTCOfferOptions(), done));
            set(done -> connection.setLocalDescription(offer, done));
            set(done -> callee.connection.setRemoteDescription(offer, done));
            RTCSessionDescription answer = made(done -> callee.connection.createAnswer(new RTCAnswerOptions(), done));
            set(done -> callee.connection.setLocalDescription(answer, done));
            set(done -> connection.setRemoteDescription(answer, done));
            trickle(callee);
            callee.trickle(this);
        }

        private void trickle(Peer to) {
            found = to.connection::addIceCandidate;
            early.forEach(to.connection::addIceCandidate);
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
            factory.dispose();
            device.dispose();
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
        return done.get(10, TimeUnit.SECONDS);
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
        done.get(10, TimeUnit.SECONDS);
    }
}
