package pbx.simulator.sound;

import java.util.function.Consumer;

/** What the PBX's own numbers say. */
public final class Programs {
    private static final int LOUD = 8_000;

    private Programs() {}

    public static Program echo() {
        return voice -> Sound.of(voice.reader());
    }

    public static Program tone(double hertz) {
        return voice -> Sound.of(Tone.steady(hertz, LOUD));
    }

    public static Program music() {
        return voice -> Sound.of(Melody.hold());
    }

    public static Program emergency() {
        return voice -> Sound.of(Melody.emergency());
    }

    public static Program done() {
        return voice -> Sound.of(Melody.done());
    }

    /** @param pressed is told each key on a native thread */
    public static Program digits(Consumer<Character> pressed) {
        return voice -> {
            SaidBack back = new SaidBack();
            return Sound.of(back, new DtmfEar(key -> {
                back.say(key);
                pressed.accept(key);
            }));
        };
    }

    /** Beeps, and records what is said after. */
    public static Program record(Recorder recorder) {
        return voice -> Sound.of(Melody.beep(), recorder);
    }
}
