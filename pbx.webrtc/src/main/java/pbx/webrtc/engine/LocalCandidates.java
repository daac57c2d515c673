package pbx.webrtc.engine;

import pbx.webrtc.AudioEngine.LocalCandidate;

/**
 * The candidates that belong to the present local description. Descriptions and candidates are bound by the ICE user
 * fragment: one found for a description that was rolled back may still arrive afterwards. The session's thread only.
 */
final class LocalCandidates {
    private final Picture picture;
    private String fragment = "";

    LocalCandidates(Picture picture) {
        this.picture = picture;
    }

    /** The local description is now this one. */
    void describedBy(String sdp, boolean offering) {
        String now = Sdp.fragment(sdp);
        picture.described(offering, now.equals(fragment));
        fragment = now;
    }

    /** An own offer was rolled back: what was found for it leads nowhere, even if the offer is made again. */
    void forget() {
        fragment = "";
        picture.described(false, false);
    }

    void found(LocalCandidate candidate) {
        if ((candidate.line() + " ").contains(" ufrag " + fragment + " ")) {
            picture.candidate(candidate);
        }
    }
}
