package pbx.browser.probe;

import java.util.Arrays;

/** A piece of audio: silence, one of the tests' tones, a DTMF key, or else just a sound. Amplitudes by Goertzel's algorithm. */
final class Sound {
    private static final int[] TONES = {330, 523};
    private static final int[] ROWS = {697, 770, 852, 941};
    private static final int[] COLUMNS = {1209, 1336, 1477, 1633};
    private static final String KEYS = "123A456B789C*0#D";
    private static final double SILENCE = 50;
    private static final double MOST = 0.4;
    private static final double SOME = 0.15;

    private final short[] samples;
    private final int rate;

    Sound(short[] samples, int rate) {
        this.samples = samples;
        this.rate = rate;
    }

    String name() {
        if (power() < SILENCE * SILENCE) {
            return "silence";
        }
        int tone = strongest(TONES);
        if (share(tone) > MOST) {
            return "tone " + tone;
        }
        int row = strongest(ROWS);
        int column = strongest(COLUMNS);
        boolean key = share(row) > SOME && share(column) > SOME;
        return key ? "key " + KEYS.charAt(4 * index(ROWS, row) + index(COLUMNS, column)) : "sound";
    }

    private int strongest(int[] tones) {
        return Arrays.stream(tones)
                .boxed()
                .max((a, b) -> Double.compare(share(a), share(b)))
                .orElseThrow();
    }

    private static int index(int[] tones, int tone) {
        return Arrays.binarySearch(tones, tone);
    }

    private double power() {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        return sum / samples.length;
    }

    /** How much of the power lies at one frequency, 0 to 1. */
    private double share(int hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / rate);
        double before = 0;
        double beforeThat = 0;
        for (short sample : samples) {
            double now = sample + coefficient * before - beforeThat;
            beforeThat = before;
            before = now;
        }
        double power = before * before + beforeThat * beforeThat - coefficient * before * beforeThat;
        double amplitude = 2 * Math.sqrt(Math.max(power, 0)) / samples.length;
        return amplitude * amplitude / 2 / Math.max(power(), 1);
    }
}
