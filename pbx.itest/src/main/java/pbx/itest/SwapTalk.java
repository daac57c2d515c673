package pbx.itest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pbx.webrtc.AudioEngine.Registration;

/** A call whose two ends say codes to each other and record what they hear. */
final class SwapTalk implements AutoCloseable {
    /** Audio begins with some concealment: what is measured begins later. */
    private static final int SETTLED = 100;
    /** What was said at the end must have been heard: two packets and a jitter buffer. */
    private static final int TAIL = 20;
    /** What the statistics of a moment ago speak of is heard later: it has been decoded already. */
    private static final int DECODED = 10;
    /** How often something is tried while the machine is too busy for audio. */
    private static final int TRIES = 10;

    private final SwapEnd near;
    private final SwapEnd far;
    private final SwapCode farVoice = new SwapCode(SwapCode.THERE);
    private final SwapHiccup hiccup = new SwapHiccup();
    private final SwapEar nearEar = new SwapEar();
    private final SwapEar farEar = new SwapEar();
    private final List<Registration> plugs = new ArrayList<>();
    private Map<String, Object> nearBefore = Map.of();
    private Map<String, Object> farBefore = Map.of();

    SwapTalk(SwapEnd near, SwapEnd far) {
        this.near = near;
        this.far = far;
        plugs.add(far.say(farVoice));
        plugs.add(near.hear(nearEar));
        plugs.add(far.hear(farEar));
    }

    /** The near end's code is said in the place of its microphone; else the platform's own is left there. */
    SwapTalk speaking() {
        plugs.add(near.say(new SwapCode(SwapCode.HERE)));
        return this;
    }

    SwapTalk settled() throws InterruptedException {
        nearEar.hear(SETTLED);
        return this;
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
        nearBefore = near.inbound();
        farBefore = far.inbound();
        nearEar.hear(DECODED);
        begin();
        nearEar.hear(TAIL);
        deed.run();
        nearEar.hear(TAIL);
        return end();
    }

    /**
     * Does it, and what is heard meanwhile must be {@code wanted}. Where it is not, and the machine was too busy for audio, it is
     * done again; where the machine was not, it fails.
     */
    SwapSound quietly(Predicate<SwapSound> wanted, Deed deed) throws Exception {
        SwapSound sound = during(deed);
        for (int i = 1; i < TRIES && !wanted.test(sound) && sound.busy(); i++) {
            settled();
            sound = during(deed);
        }
        if (!wanted.test(sound)) {
            throw new AssertionError((sound.busy() ? "this machine is too busy to tell: " : "") + sound);
        }
        return sound;
    }

    private void begin() {
        hiccup.begin();
        nearEar.begin();
        farEar.begin();
        farVoice.pace().begin();
    }

    private SwapSound end() throws Exception {
        short[] nearHeard = nearEar.samples();
        short[] farHeard = farEar.samples();
        double rate = nearEar.pace().rate();
        double gap = Stream.of(nearEar.pace(), farEar.pace(), farVoice.pace())
                .mapToDouble(SwapPace::longestGap)
                .max()
                .orElse(0);
        double machine = hiccup.longestMs();
        Map<String, Object> nearAfter = near.inbound();
        Map<String, Object> farAfter = far.inbound();
        return new SwapSound(
                new SwapDecoder(SwapCode.THERE).read(nearHeard),
                new SwapDecoder(SwapCode.HERE).read(farHeard),
                rate,
                gap,
                machine,
                grown(nearBefore, nearAfter, "concealedSamples"),
                grown(farBefore, farAfter, "concealedSamples"),
                grown(nearBefore, nearAfter, "packetsLost"),
                stretched(nearBefore, nearAfter) + stretched(farBefore, farAfter));
    }

    private static long stretched(Map<String, Object> before, Map<String, Object> after) {
        return grown(before, after, "insertedSamplesForDeceleration")
                + grown(before, after, "removedSamplesForAcceleration");
    }

    private static long grown(Map<String, Object> before, Map<String, Object> after, String what) {
        return ((Number) after.get(what)).longValue() - ((Number) before.get(what)).longValue();
    }

    /** Holds the far end's voice up once: how the measure itself is measured. */
    void stall(long ms) {
        plugs.add(far.say(new SwapStall(farVoice, ms)));
    }

    @Override
    public void close() {
        plugs.forEach(Registration::close);
        hiccup.close();
    }
}
