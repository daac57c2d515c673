package pbx.itest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Finds in a recording of a {@link SwapCode} what is missing, what came twice, and where it was silent. */
final class SwapDecoder {
    /** Looked at every 2.5 ms through a window of 5 ms. */
    private static final int HOP = SwapCode.FRAME / 4;

    private static final int WINDOW = SwapCode.FRAME / 2;
    /** Hops of one pitch that are more than a frame and what the jitter buffer may stretch it by. */
    private static final int TOO_LONG = 7;
    /** A packet holds two frames: where one of them is silence the codec smears the other over it, before and after. */
    private static final int SMEARED = 4;
    /**
     * Sound that is cut off rings on for so many hops, at any pitch; at its own as long as it may be smeared, even after a dip. Where the
     * silence is one frame, nothing but that may be heard of it.
     */
    private static final int SPLASH = 2;
    /** Below this no pitch is there: between two frames, or in silence. */
    private static final double AUDIBLE = 500;

    private final SwapCode.Pitches pitches;

    /**
     * All counted in frames of 10 ms.
     *
     * @param good came once, in order
     * @param lost never came
     * @param repeated came again, or were invented in the place of others
     * @param silent nothing was heard
     */
    record Damage(int good, int lost, int repeated, int silent) {
        int frames() {
            return lost + repeated + silent;
        }

        Damage and(Damage next) {
            return new Damage(good + next.good, lost + next.lost, repeated + next.repeated, silent + next.silent);
        }
    }

    SwapDecoder(SwapCode.Pitches pitches) {
        this.pitches = pitches;
    }

    Damage read(short[] samples) {
        return damage(runs(samples));
    }

    /** @param heard pitches in the order in which they come, each with its hops: {@code 11x4 6x2 -1x3 0x5} */
    static Damage read(String heard) {
        return damage(Stream.of(heard.split(" "))
                .map(run -> run.split("x"))
                .map(run -> new Run(Integer.parseInt(run[0]), Integer.parseInt(run[1])))
                .toList());
    }

    private static Damage damage(List<Run> runs) {
        int good = 0;
        int lost = 0;
        int repeated = 0;
        int silent = 0;
        int last = -1;
        boolean afterSilence = false;
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            afterSilence |= run.isSilence();
            if (run.pitch < 0) {
                silent += run.frames();
                continue;
            }
            boolean beside =
                    afterSilence || (i + 1 < runs.size() && runs.get(i + 1).isSilence());
            int step = last < 0 ? 1 : Math.floorMod(run.pitch - last, SwapCode.PITCHES);
            boolean splash = beside && step != 1 && run.hops <= (step == 0 ? SMEARED : SPLASH);
            boolean stranger = run.hops == SPLASH && step > 1 && goesOn(runs, i, last);
            if (stranger && !splash) { // short silence that the codec filled: it is none of the code's frames
                silent++;
                afterSilence = true;
            } else if (run.hops > 1 && !splash) { // a single hop is the way from one pitch to the next
                boolean smeared = run.hops < TOO_LONG + SMEARED && step == 1 && strange(runs, i + 1, run.pitch);
                int more = run.hops >= TOO_LONG + (beside ? SMEARED : 0) ? run.frames() - 1 : 0;
                lost += step == 0 ? 0 : step - 1;
                repeated += step == 0 && !afterSilence ? 1 : 0;
                repeated += smeared ? 0 : more;
                silent += smeared ? more : 0;
                good += step == 1 ? 1 : 0;
                last = run.pitch;
                afterSilence = false;
            }
        }
        return new Damage(good, lost, repeated, silent);
    }

    /** Whether the next frame after this run is the one that was due after {@code last}: the run took the place of none. */
    private static boolean goesOn(List<Run> runs, int run, int last) {
        int next = run + 1;
        while (next < runs.size() && runs.get(next).hops <= SPLASH) {
            next++;
        }
        return next < runs.size() && runs.get(next).pitch == (last + 1) % SwapCode.PITCHES;
    }

    /** Whether this run is a single hop that is no way from {@code pitch} to the next, which comes behind it. */
    private static boolean strange(List<Run> runs, int run, int pitch) {
        return run + 1 < runs.size()
                && runs.get(run).hops == 1
                && runs.get(run).pitch != (pitch + 1) % SwapCode.PITCHES
                && runs.get(run + 1).pitch == (pitch + 1) % SwapCode.PITCHES;
    }

    /** Hops of one pitch in a row; pitch -1 is silence. */
    private static final class Run {
        private final int pitch;
        private int hops;

        Run(int pitch, int hops) {
            this.pitch = pitch;
            this.hops = hops;
        }

        int frames() {
            return Math.round(hops / 4f);
        }

        /** Of a frame at least: between two pitches there may be a moment that is none. */
        boolean isSilence() {
            return pitch < 0 && hops >= 4;
        }
    }

    private List<Run> runs(short[] samples) {
        List<Run> runs = new ArrayList<>();
        for (int at = 0; at + WINDOW <= samples.length; at += HOP) {
            int pitch = pitch(Arrays.copyOfRange(samples, at, at + WINDOW));
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last.pitch == pitch) {
                last.hops++;
            } else {
                runs.add(new Run(pitch, 1));
            }
        }
        return runs;
    }

    /** Which frame of the code sounds like this, from 0 to {@link SwapCode#PITCHES} - 1; -1 if none does. */
    private int pitch(short[] window) {
        Ear.Sound sound = new Ear.Sound(window, SwapCode.RATE);
        int best = -1;
        double loudest = AUDIBLE;
        for (int frame = 0; frame < SwapCode.PITCHES; frame++) {
            double amplitude = sound.amplitude(pitches.hertz(frame));
            if (amplitude > loudest) {
                best = frame;
                loudest = amplitude;
            }
        }
        return best;
    }
}
