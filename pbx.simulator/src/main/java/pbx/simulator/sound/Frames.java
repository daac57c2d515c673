package pbx.simulator.sound;

/** The one format that is used inside. */
public final class Frames {
    /** Samples a second. */
    public static final int RATE = 48_000;
    /** Samples in 10 ms. */
    public static final int SAMPLES = RATE / 100;

    private Frames() {}
}
