package pbx.bench;

/** The least that can connect two peers in one JVM: webrtc-java with its defaults, candidates trickled by method calls. */
final class BareWebRtc {
    private BareWebRtc() {}

    /** Milliseconds from the offer's making until both are connected, one pair after the other. */
    static double[] setups(int pairs, int warmup) throws Exception {
        double[] took = new double[pairs];
        for (int i = -warmup; i < pairs; i++) {
            long began = System.nanoTime();
            try (BarePeer caller = new BarePeer("caller");
                    BarePeer callee = new BarePeer("callee")) {
                caller.callTo(callee);
                if (i >= 0) {
                    took[i] = (System.nanoTime() - began) / 1e6;
                }
            }
        }
        return took;
    }
}
