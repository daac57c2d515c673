package pbx.media.quality;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import pbx.api.media.Quality;
import pbx.api.media.QualityWarning;

/** What is wrong in one second, and what has been wrong long enough to be told. */
final class Symptoms {
    private static final int SECONDS = 5;
    private static final int ENOUGH = 3;
    private static final Set<QualityWarning> NEED_ALL = EnumSet.of(QualityWarning.SILENT, QualityWarning.ONE_WAY);

    private final Deque<Set<QualityWarning>> last = new ArrayDeque<>();

    /**
     * @param sent packets in the second
     * @param received packets in the second
     * @param flowing whether audio should flow: a call on hold may be silent
     */
    static Set<QualityWarning> of(Quality second, long sent, long received, boolean flowing) {
        Set<QualityWarning> all = EnumSet.noneOf(QualityWarning.class);
        add(all, QualityWarning.SLOW, second.roundTrip().orElse(0.0) > 400);
        add(all, QualityWarning.JITTERY, received > 0 && second.jitter() > 30);
        add(all, QualityWarning.LOSSY, second.lost() > 0.01);
        add(all, QualityWarning.POOR, second.score() > 0 && second.score() < 3.5);
        add(all, QualityWarning.SILENT, flowing && sent == 0 && received == 0);
        add(all, QualityWarning.ONE_WAY, flowing && (sent == 0) != (received == 0));
        return all;
    }

    private static void add(Set<QualityWarning> all, QualityWarning warning, boolean holds) {
        if (holds) {
            all.add(warning);
        }
    }

    /** One second more. */
    Set<QualityWarning> after(Set<QualityWarning> second) {
        last.addLast(second);
        if (last.size() > SECONDS) {
            last.removeFirst();
        }
        Set<QualityWarning> told = EnumSet.noneOf(QualityWarning.class);
        for (QualityWarning warning : QualityWarning.values()) {
            long held = last.stream().filter(one -> one.contains(warning)).count();
            add(told, warning, held >= (NEED_ALL.contains(warning) ? SECONDS : ENOUGH));
        }
        return told;
    }
}
