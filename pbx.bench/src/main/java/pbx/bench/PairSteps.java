package pbx.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import pbx.webrtc.engine.StandaloneEngine;

/**
 * Makes more and more pairs that talk, and prints after each step how many there are, the processor time of each in
 * milliseconds a second, its memory in KiB with Java's garbage and without, and the share of samples that had to be made up: a
 * program of its own, which whoever began it ends, because a full machine takes minutes to close what it carries.
 */
final class PairSteps {
    private static final int FIRST = 4;
    private static final int STEP = 4;
    private static final int SETTLE_MS = 500;
    private static final int SECONDS = 2;

    private PairSteps() {}

    /** {@code engine}, {@code bare}, or {@code shared}: bare with one device for all callers and one for all called. */
    public static void main(String[] arguments) throws Exception {
        String how = arguments[0];
        Pair.Maker maker = maker(how);
        List<Pair> pairs = new ArrayList<>();
        maker.make().close(); // what the first one alone costs belongs to no pair
        double empty = tidy();
        for (int wanted = FIRST; ; wanted += STEP) {
            while (pairs.size() < wanted) {
                Pair pair = maker.make();
                if (!how.equals("shared") || pairs.isEmpty()) {
                    pair.speak(new Voice(), new Voice());
                }
                pairs.add(pair);
            }
            TimeUnit.MILLISECONDS.sleep(SETTLE_MS);
            System.out.println(line(pairs, empty));
        }
    }

    private static Pair.Maker maker(String how) {
        return switch (how) {
            case "engine" -> {
                StandaloneEngine engine = new StandaloneEngine();
                yield () -> new EnginePair(engine.engine());
            }
            case "shared" -> {
                BareDevice callers = new BareDevice();
                BareDevice callees = new BareDevice();
                yield () -> new BarePair(callers, callees);
            }
            default -> BarePair::new;
        };
    }

    private static String line(List<Pair> pairs, double empty) throws Exception {
        Pair.Sound before = sound(pairs);
        Cost from = Cost.of(ProcessHandle.current());
        TimeUnit.SECONDS.sleep(SECONDS);
        Cost to = Cost.of(ProcessHandle.current());
        double concealed = sound(pairs).concealedSince(before);
        return String.format(
                Locale.ROOT,
                "%d %.2f %.0f %.0f %.5f",
                pairs.size(),
                (to.cpuMs() - from.cpuMs()) / SECONDS / pairs.size(),
                (to.kib() - empty) / pairs.size(),
                (tidy() - empty) / pairs.size(),
                concealed);
    }

    /** What is held in KiB when Java has collected its garbage, and given back the room for it. */
    private static double tidy() throws IOException {
        System.gc();
        return Cost.of(ProcessHandle.current()).kib();
    }

    private static Pair.Sound sound(List<Pair> pairs) throws Exception {
        Pair.Sound sum = new Pair.Sound(0, 0);
        for (Pair pair : pairs) {
            sum = sum.plus(pair.sound());
        }
        return sum;
    }
}
