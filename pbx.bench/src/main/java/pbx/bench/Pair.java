package pbx.bench;

import pbx.webrtc.AudioEngine.PcmSink;
import pbx.webrtc.AudioEngine.PcmSource;

/** Two connected ends in this JVM. */
interface Pair extends AutoCloseable {
    /** What each end says. */
    void speak(PcmSource first, PcmSource second);

    /** What hears the second end. */
    void hear(PcmSink sink);

    Sound sound() throws Exception;

    /** Samples played at both ends since the beginning, and those of them that were made up and were not silence. */
    record Sound(double played, double concealed) {
        Sound plus(Sound other) {
            return new Sound(played + other.played, concealed + other.concealed);
        }

        /** The share that was made up since then. */
        double concealedSince(Sound before) {
            return (concealed - before.concealed) / Math.max(1, played - before.played);
        }
    }

    /** Makes a pair and connects it. */
    @FunctionalInterface
    interface Maker {
        Pair make() throws Exception;
    }
}
