package pbx.webrtc.engine;

import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSignalingState;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Offers, answers and far candidates of one peer connection, one after the other. The session's thread only.
 *
 * <p>An own offer in a call that is up is only made, and becomes WebRTC's local description no sooner than its answer is there:
 * taking one back natively ("rollback") can end the reception of audio for good. The first offer is applied at once, since
 * candidates are found for it; there nothing is received yet.
 */
final class Negotiation {
    private static final Set<RTCPeerConnectionState> BROKEN =
            EnumSet.of(RTCPeerConnectionState.DISCONNECTED, RTCPeerConnectionState.FAILED);
    private static final int MOST_EARLY_CANDIDATES = 100;

    private final Peer peer;
    private final Signalling signalling;
    private final Condition condition;
    private final LocalCandidates candidates;
    private final List<RTCIceCandidate> early = new ArrayList<>();
    private String openOffer;
    private String answeredOffer;
    private String answer;
    private String remote;

    Negotiation(Peer peer, Condition condition, LocalCandidates candidates) {
        this.peer = peer;
        this.signalling = new Signalling(peer.connection());
        this.condition = condition;
        this.candidates = candidates;
    }

    /** @param told hears it as soon as it is made: the far end need not wait until it is applied here */
    void offer(Consumer<String> told) {
        if (openOffer != null && (applied() || !isBroken())) {
            told.accept(openOffer);
            return;
        }
        condition.requireNegotiable();
        condition.lookAtNetwork();
        try {
            boolean broken = isBroken();
            if (broken) {
                peer.connection().restartIce();
            }
            peer.addTrack();
            opened(signalling.createOffer());
            told.accept(openOffer);
            if (broken || remote == null) {
                signalling.local(RTCSdpType.OFFER, openOffer);
            }
        } catch (Signalling.Refused refused) {
            throw Failures.noEngine("The audio engine cannot make an offer: " + Failures.text(refused));
        }
    }

    /** @param told as with an offer */
    void answer(String offer, Consumer<String> told) {
        if (offer.equals(answeredOffer)) {
            told.accept(answer);
            return;
        }
        condition.requireNegotiable();
        condition.lookAtNetwork();
        String own = applied() ? openOffer : null;
        try {
            if (remote == null && openOffer == null) {
                peer.read(offer); // the first of a session that, if this fails, nobody will miss
            } else {
                peer.rehearse(offer);
            }
            if (own != null) {
                signalling.local(RTCSdpType.ROLLBACK, "");
            }
            signalling.remote(RTCSdpType.OFFER, offer);
            peer.addTrack();
            answer = signalling.createAnswer();
        } catch (Signalling.Refused refused) {
            restore(own);
            throw refused("The offer cannot be used", refused);
        }
        answeredOffer = offer;
        described(answer, offer);
        told.accept(answer);
        apply(answer);
        addEarly();
    }

    /** What was made here and told. If it cannot be applied, there is no way back. */
    private void apply(String own) {
        try {
            signalling.local(RTCSdpType.ANSWER, own);
        } catch (Signalling.Refused refused) {
            condition.stuck();
            throw Failures.noEngine("The audio engine does not take its own answer: " + Failures.text(refused));
        }
    }

    void accept(String given) {
        if (openOffer == null) {
            return;
        }
        condition.requireNegotiable();
        String sdp = Sdp.withRole(given);
        try {
            if (remote == null) {
                peer.read(sdp); // as with the first offer; a trial would keep the first sound waiting
            } else {
                peer.rehearse(Sdp.asOffer(sdp));
            }
            if (!applied()) {
                signalling.local(RTCSdpType.OFFER, openOffer);
            }
            signalling.remote(RTCSdpType.ANSWER, sdp);
        } catch (Signalling.Refused refused) {
            throw refused("The answer cannot be used", refused);
        }
        described(openOffer, sdp);
        addEarly();
    }

    void candidate(String line, String mid, int index) {
        String plain = line.startsWith("a=") ? line.substring(2) : line;
        RTCIceCandidate candidate = new RTCIceCandidate(mid == null ? "" : mid, Math.max(0, index), plain.strip());
        if (remote != null) {
            add(candidate);
        } else if (early.size() < MOST_EARLY_CANDIDATES) {
            early.add(candidate);
        }
    }

    private boolean applied() {
        return peer.connection().getSignalingState() == RTCSignalingState.HAVE_LOCAL_OFFER;
    }

    private boolean isBroken() {
        return BROKEN.contains(peer.connection().getConnectionState());
    }

    private void opened(String offer) {
        openOffer = offer;
        candidates.describedBy(offer, true);
    }

    private void described(String local, String far) {
        openOffer = null;
        remote = far;
        peer.sends(Sdp.sends(local, far));
        candidates.describedBy(local, false);
    }

    private void addEarly() {
        early.forEach(this::add);
        early.clear();
    }

    /** Back to how it was before the far end's offer came. */
    private void restore(String own) {
        try {
            if (peer.connection().getSignalingState() == RTCSignalingState.HAVE_REMOTE_OFFER) {
                signalling.local(RTCSdpType.ROLLBACK, "");
            }
            if (own != null && !applied()) {
                candidates.forget();
                signalling.local(RTCSdpType.OFFER, own);
                opened(own);
            }
        } catch (Signalling.Refused refused) {
            condition.stuck();
        }
    }

    private RuntimeException refused(String what, Signalling.Refused refused) {
        if (refused.forGood()) {
            condition.stuck();
        }
        return Failures.invalid(what, refused);
    }

    /** WebRTC silently drops a candidate whose section name it does not know; by number it finds the section. */
    private void add(RTCIceCandidate candidate) {
        String mid = Sdp.hasMid(remote, candidate.sdpMid) ? candidate.sdpMid : "";
        try {
            peer.connection().addIceCandidate(new RTCIceCandidate(mid, candidate.sdpMLineIndex, candidate.sdp));
        } catch (Throwable unusable) {
            System.getLogger("pbx.webrtc").log(Level.DEBUG, "Dropped a candidate: " + Failures.text(unusable));
        }
    }
}
