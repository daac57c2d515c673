package pbx.itest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pbx.api.call.Call;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.AudioEngine.Registration;

/**
 * A call whose two ends say codes to each other and record what they hear. Both ends are sessions of the same engine: the
 * platform's own, which the bundles that are replaced use, and the embedded PBX's, which nothing here replaces.
 */
final class SwapTalk implements AutoCloseable {
    /** Audio begins with some concealment: what is measured begins later. */
    private static final int SETTLED = 100;
    /** What was said at the end must have been heard: two packets and a jitter buffer. */
    private static final int TAIL = 20;

    private static final String OURS = "media";
    private static final String THEIRS = "simulator";

    private final AudioEngine engine;
    private final String near;
    private final String far;
    private final SwapCode voice = new SwapCode(SwapCode.THERE);
    private final SwapEar nearEar = new SwapEar();
    private final SwapEar farEar = new SwapEar();
    private final List<Registration> plugs;

    /** @param microphone whether this side's code stands for the microphone; else the platform's own is left in its place */
    SwapTalk(AudioEngine engine, Call call, boolean microphone) throws InterruptedException {
        this.engine = engine;
        near = call.account() + "/" + call.id();
        List<AudioEngine.Session> there = engine.sessions(THEIRS);
        far = there.get(there.size() - 1).id();
        plugs = new ArrayList<>(List.of(
                engine.source(THEIRS, far, voice), engine.sink(OURS, near, nearEar), engine.sink(THEIRS, far, farEar)));
        if (microphone) {
            plugs.add(engine.source(OURS, near, new SwapCode(SwapCode.HERE)));
        }
        settle();
    }

    void settle() throws InterruptedException {
        nearEar.hear(SETTLED);
    }

    /** Until this side has heard so many frames more. */
    void hear(int frames) throws InterruptedException {
        nearEar.hear(frames);
    }

    /** What is done while it is listened to. */
    interface Deed {
        void run() throws Exception;
    }

    SwapSound during(Deed deed) throws Exception {
        Map<String, Object> nearBefore = inbound(OURS, near);
        Map<String, Object> farBefore = inbound(THEIRS, far);
        nearEar.begin();
        farEar.begin();
        nearEar.hear(TAIL);
        deed.run();
        nearEar.hear(TAIL);
        farEar.hear(1);
        short[] nearHeard = nearEar.samples();
        short[] farHeard = farEar.samples();
        double rate = nearEar.rate();
        double gap = nearEar.longestGap();
        Map<String, Object> nearAfter = inbound(OURS, near);
        return new SwapSound(
                new SwapDecoder(SwapCode.THERE).read(nearHeard),
                new SwapDecoder(SwapCode.HERE).read(farHeard),
                rate,
                gap,
                grown(nearBefore, nearAfter, "concealedSamples"),
                grown(farBefore, inbound(THEIRS, far), "concealedSamples"),
                grown(nearBefore, nearAfter, "packetsLost"));
    }

    private Map<String, Object> inbound(String owner, String session) throws Exception {
        return Office.get(engine.stats(owner, session)).stream()
                .filter(entry -> "inbound-rtp".equals(entry.get("type")))
                .findFirst()
                .orElseThrow();
    }

    private static long grown(Map<String, Object> before, Map<String, Object> after, String what) {
        return ((Number) after.get(what)).longValue() - ((Number) before.get(what)).longValue();
    }

    /** Holds the far end's voice up once: how the measure itself is measured. */
    void stall(long ms) {
        plugs.add(engine.source(THEIRS, far, new SwapStall(voice, ms)));
    }

    @Override
    public void close() {
        plugs.forEach(Registration::close);
    }
}
