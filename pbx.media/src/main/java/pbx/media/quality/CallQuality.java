package pbx.media.quality;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pbx.api.media.Quality;
import pbx.api.media.QualityWarning;

/** One call's flight recorder: what each second was like, the last ten minutes of it. */
final class CallQuality {
    private static final int MOST = 600;

    private final Deque<Quality> readings = new ArrayDeque<>();
    private final Symptoms symptoms = new Symptoms();
    private Counters before;

    /** What a former provider kept. */
    void restore(List<Quality> kept) {
        readings.addAll(kept);
    }

    List<Quality> readings() {
        return List.copyOf(readings);
    }

    Optional<Quality> last() {
        return Optional.ofNullable(readings.peekLast());
    }

    /** One second more; empty for the first, which has nothing to be compared with. */
    Optional<Quality> read(Counters now, boolean flowing) {
        Counters then = before;
        before = now;
        if (then == null) {
            return Optional.empty();
        }
        Quality second = second(then, now, Set.of());
        long sent = now.totals().packetsSent() - then.totals().packetsSent();
        long received = now.totals().packetsReceived() - then.totals().packetsReceived();
        Quality told = second(then, now, symptoms.after(Symptoms.of(second, sent, received, flowing)));
        readings.addLast(told);
        if (readings.size() > MOST) {
            readings.removeFirst();
        }
        return Optional.of(told);
    }

    private static Quality second(Counters then, Counters now, Set<QualityWarning> warnings) {
        Quality totals = now.totals();
        Quality before = then.totals();
        double seconds = Math.max(0.001, Duration.between(then.at(), now.at()).toNanos() / 1e9);
        long lost = Math.max(0, totals.packetsLost() - before.packetsLost());
        long received = totals.packetsReceived() - before.packetsReceived();
        double lostShare = share(lost, lost + received);
        double concealed = share(
                totals.samplesConcealed() - before.samplesConcealed(),
                totals.samplesReceived() - before.samplesReceived());
        return new Quality(
                totals.call(),
                totals.packetsSent(),
                totals.packetsReceived(),
                totals.packetsLost(),
                totals.jitter(),
                totals.roundTrip(),
                totals.samplesReceived(),
                totals.samplesConcealed(),
                totals.levelIn(),
                totals.levelOut(),
                totals.codec(),
                totals.path(),
                now.at(),
                lostShare,
                concealed,
                Math.round((now.bytesIn() - then.bytesIn()) * 8 / seconds),
                Math.round((now.bytesOut() - then.bytesOut()) * 8 / seconds),
                score(then, now, lostShare, received),
                warnings);
    }

    /** What came too late counts as lost: it was not heard. Without anything received there is no score. */
    private static double score(Counters then, Counters now, double lost, long received) {
        if (received <= 0) {
            return 0;
        }
        double inaudible = share(
                now.audible() - then.audible(),
                now.totals().samplesReceived() - then.totals().samplesReceived());
        long emitted = now.emitted() - then.emitted();
        double buffered = emitted <= 0 ? 0 : (now.waited() - then.waited()) / emitted * 1000;
        return Score.of(now.totals().roundTrip().orElse(0.0), buffered, Math.max(lost, inaudible));
    }

    private static double share(long part, long whole) {
        return whole <= 0 ? 0 : Math.max(0, Math.min(1, (double) part / whole));
    }
}
