package pbx.simulator.sound;

/**
 * One or two sine waves for a while.
 *
 * @param low in hertz; 0 is a pause
 * @param high in hertz; 0 for none
 */
public record Note(double low, double high, int milliseconds) {
    static Note of(double hertz, int milliseconds) {
        return new Note(hertz, 0, milliseconds);
    }

    static Note pause(int milliseconds) {
        return of(0, milliseconds);
    }

    int samples() {
        return milliseconds * (Frames.RATE / 1000);
    }

    /** The value at a sample of it, between -2 and 2. */
    double at(int sample) {
        return wave(low, sample) + wave(high, sample);
    }

    private static double wave(double hertz, int sample) {
        return hertz == 0 ? 0 : Math.sin(2 * Math.PI * hertz * sample / Frames.RATE);
    }
}
