package pbx.media.sound;

import java.util.ArrayList;
import java.util.List;

/** One or two sines, on and off. */
public final class Beeps implements Sound {
    private static final int RAMP = 240;

    private final List<Beep> beeps;
    private final boolean again;
    private int which;
    /** Samples into the present beep. */
    private int position;

    /**
     * @param ms how long
     * @param amplitude of each tone
     * @param low Hz; 0 for none
     * @param high Hz; 0 for none
     */
    public record Beep(int ms, int amplitude, double low, double high) {
        static Beep pause(int ms) {
            return new Beep(ms, 0, 0, 0);
        }

        int samples() {
            return ms * (Pcm.RATE / 1000);
        }
    }

    private Beeps(List<Beep> beeps, boolean again) {
        this.beeps = beeps;
        this.again = again;
    }

    public static Beeps once(Beep... beeps) {
        return new Beeps(List.of(beeps), false);
    }

    public static Beeps again(Beep... beeps) {
        return new Beeps(List.of(beeps), true);
    }

    /** What a bell would do: two warbles and a pause. */
    public static Beeps ring() {
        Beep warble = new Beep(400, 6_000, 440, 554);
        return again(warble, Beep.pause(200), warble, Beep.pause(2_000));
    }

    /** ITU-T E.180: 425 Hz, one second on, four off. */
    public static Beeps ringback() {
        return again(new Beep(1_000, 4_000, 425, 0), Beep.pause(4_000));
    }

    /** ITU-T E.180, supplement 2: a short beep now and then, not to disturb the call. */
    public static Beeps waiting() {
        return again(new Beep(200, 2_500, 425, 0), Beep.pause(200), new Beep(200, 2_500, 425, 0), Beep.pause(9_000));
    }

    /** The keys as they are pressed, ITU-T Q.23. */
    public static Beeps keys(String digits) {
        List<Beep> all = new ArrayList<>();
        for (int i = 0; i < digits.length(); i++) {
            int at = Keys.ALL.indexOf(digits.charAt(i));
            if (at >= 0) {
                all.add(new Beep(100, 2_500, Keys.ROWS[at / 4], Keys.COLUMNS[at % 4]));
                all.add(Beep.pause(50));
            }
        }
        return new Beeps(all, false);
    }

    @Override
    public boolean addTo(short[] frame) {
        for (int i = 0; i < frame.length; i++) {
            while (which < beeps.size() && position >= beeps.get(which).samples()) {
                position = 0;
                which++;
            }
            if (which == beeps.size() && again && !beeps.isEmpty()) {
                which = 0;
            }
            if (which == beeps.size()) {
                return i > 0;
            }
            Pcm.add(frame, i, sample(beeps.get(which), position++));
        }
        return true;
    }

    /** With soft edges, which do not click. */
    private static int sample(Beep beep, int at) {
        double sum = sine(beep.low(), at) + sine(beep.high(), at);
        double edge = Math.min(1, Math.min(at, beep.samples() - at) / (double) RAMP);
        return (int) (beep.amplitude * edge * sum);
    }

    private static double sine(double hertz, int at) {
        return Math.sin(2 * Math.PI * hertz * at / Pcm.RATE);
    }
}
