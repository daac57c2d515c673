package pbx.webrtc.engine;

import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import java.util.function.Consumer;
import pbx.webrtc.AudioEngine.LocalCandidate;
import pbx.webrtc.AudioEngine.State;

/** The native callbacks. They only post: an exception that left one would end the JVM, a wait would deadlock. */
final class PeerEvents implements PeerConnectionObserver {
    private final Consumer<Runnable> thread;
    private final Condition condition;
    private final LocalCandidates candidates;
    private final Runnable hear;
    private final Runnable connected;

    /** @param thread the session's thread, which never throws at its callers */
    PeerEvents(
            Consumer<Runnable> thread,
            Condition condition,
            LocalCandidates candidates,
            Runnable hear,
            Runnable connected) {
        this.thread = thread;
        this.condition = condition;
        this.candidates = candidates;
        this.hear = hear;
        this.connected = connected;
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        post(() -> candidates.found(new LocalCandidate(candidate.sdp, candidate.sdpMid, candidate.sdpMLineIndex)));
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        post(() -> {
            if (state == RTCPeerConnectionState.CONNECTED) {
                connected.run();
            }
            condition.changed(State.valueOf(state.name()));
        });
    }

    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
        post(hear);
    }

    private void post(Runnable work) {
        try {
            thread.accept(work);
        } catch (Throwable error) {
            // nobody to tell it to: the session has no thread any more
        }
    }
}
