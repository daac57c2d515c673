package pbx.simulator.sound;

import java.util.List;
import pbx.webrtc.AudioEngine.PcmSource;

/** Notes over and over, or once. One instance serves one listener. */
public final class Melody implements PcmSource {
    private final List<Note> notes;
    private final int amplitude;
    private final boolean again;
    private int index;
    private int sample;

    private Melody(int amplitude, boolean again, Note... notes) {
        this.notes = List.of(notes);
        this.amplitude = amplitude;
        this.again = again;
    }

    /** What who is held, parked or queued hears: a broken C major chord from C5. Nothing in it is near 440 Hz. */
    public static Melody hold() {
        return new Melody(
                2_500, true, Note.of(523.25, 400), Note.of(659.25, 400), Note.of(783.99, 400), Note.of(659.25, 400));
    }

    /** Where help is called: a two-tone horn. */
    public static Melody emergency() {
        return new Melody(4_000, true, Note.of(600, 500), Note.of(900, 500));
    }

    /** After it one may speak. */
    public static Melody beep() {
        return new Melody(4_000, false, Note.pause(300), Note.of(1_000, 400));
    }

    /** Something was done. */
    public static Melody done() {
        return new Melody(3_000, false, Note.of(700, 150), Note.of(1_050, 250));
    }

    @Override
    public void fill(short[] frame) {
        for (int i = 0; i < frame.length && index < notes.size(); i++) {
            Note note = notes.get(index);
            frame[i] = (short) Math.round(amplitude * note.at(sample));
            if (++sample == note.samples()) {
                sample = 0;
                index = again ? (index + 1) % notes.size() : index + 1;
            }
        }
    }
}
