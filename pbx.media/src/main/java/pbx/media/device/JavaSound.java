package pbx.media.device;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;
import pbx.media.sound.Pcm;
import pbx.webrtc.AudioDevices.Found;
import pbx.webrtc.AudioDevices.Line;
import pbx.webrtc.AudioDevices.Watch;

/** Java's own way to devices: by name on Windows and macOS. It tells of no change, so it is looked again every two seconds. */
final class JavaSound implements SoundSystem {
    private static final AudioFormat FORMAT = new AudioFormat(Pcm.RATE, 16, 1, true, false);
    private static final int FRAME_BYTES = 2 * Pcm.FRAME;
    private static final DataLine.Info INPUT = new DataLine.Info(TargetDataLine.class, FORMAT);
    private static final DataLine.Info OUTPUT = new DataLine.Info(SourceDataLine.class, FORMAT);

    @Override
    public Watch watch() {
        return new Watch() {
            @Override
            public List<Found> list() {
                return found();
            }

            @Override
            public boolean changed(int withinMs) throws IOException {
                try {
                    Thread.sleep(withinMs);
                } catch (InterruptedException e) {
                    throw new IOException("stopped", e);
                }
                return true;
            }

            @Override
            public void close() {}
        };
    }

    private static List<Found> found() {
        List<Found> all = new ArrayList<>();
        boolean firstInput = true;
        boolean firstOutput = true;
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            Mixer mixer = AudioSystem.getMixer(info);
            if (mixer.isLineSupported(INPUT)) {
                all.add(new Found(info.getName(), info.getName(), true, firstInput));
                firstInput = false;
            }
            if (mixer.isLineSupported(OUTPUT)) {
                all.add(new Found(info.getName(), info.getName(), false, firstOutput));
                firstOutput = false;
            }
        }
        return all;
    }

    @Override
    public Line open(boolean input, String id) throws IOException {
        try {
            for (Mixer.Info info : AudioSystem.getMixerInfo()) {
                Mixer mixer = AudioSystem.getMixer(info);
                if (info.getName().equals(id) && mixer.isLineSupported(input ? INPUT : OUTPUT)) {
                    return input
                            ? new Input((TargetDataLine) mixer.getLine(INPUT))
                            : new Output((SourceDataLine) mixer.getLine(OUTPUT));
                }
            }
        } catch (LineUnavailableException | IllegalArgumentException e) {
            throw new IOException("the device \"" + id + "\" cannot be opened: " + e.getMessage(), e);
        }
        throw new IOException("the device is gone");
    }

    /** A microphone. */
    private record Input(TargetDataLine line) implements Line {
        Input {
            open(() -> line.open(FORMAT, FRAME_BYTES * 8));
            line.start();
        }

        @Override
        public void read(short[] frame) throws IOException {
            byte[] bytes = new byte[FRAME_BYTES];
            if (line.read(bytes, 0, FRAME_BYTES) < FRAME_BYTES) {
                throw new IOException("the device is gone");
            }
            System.arraycopy(Pcm.samples(bytes), 0, frame, 0, frame.length);
        }

        @Override
        public void write(short[] frame) {
            throw new UnsupportedOperationException("a microphone plays nothing");
        }

        @Override
        public void close() {
            line.close();
        }
    }

    /** A speaker. */
    private record Output(SourceDataLine line) implements Line {
        Output {
            open(() -> line.open(FORMAT, FRAME_BYTES * 6));
            line.start();
        }

        @Override
        public void read(short[] frame) {
            throw new UnsupportedOperationException("a speaker hears nothing");
        }

        @Override
        public void write(short[] frame) throws IOException {
            if (line.write(Pcm.bytes(frame), 0, FRAME_BYTES) < FRAME_BYTES) {
                throw new IOException("the device is gone");
            }
        }

        @Override
        public void close() {
            line.close();
        }
    }

    private static void open(Opening opening) {
        try {
            opening.open();
        } catch (LineUnavailableException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private interface Opening {
        void open() throws LineUnavailableException;
    }
}
