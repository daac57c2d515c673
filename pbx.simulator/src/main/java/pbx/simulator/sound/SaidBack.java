package pbx.simulator.sound;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import pbx.webrtc.AudioEngine.PcmSource;

/** Says keys as their tones, 200 ms each with a pause after it. Keys may be given on another thread. */
final class SaidBack implements PcmSource {
    private static final int AMPLITUDE = 4_000;
    private static final int MOST = 64;

    private final Queue<Note> notes = new ConcurrentLinkedQueue<>();
    private Note note = Note.pause(0);
    private int sample;

    void say(char key) {
        if (notes.size() < MOST) {
            notes.add(Dtmf.note(key, 200));
            notes.add(Note.pause(100));
        }
    }

    @Override
    public void fill(short[] frame) {
        for (int i = 0; i < frame.length; i++) {
            if (sample == note.samples()) {
                Note next = notes.poll();
                if (next == null) {
                    return;
                }
                note = next;
                sample = 0;
            }
            frame[i] = (short) Math.round(AMPLITUDE * note.at(sample++));
        }
    }
}
