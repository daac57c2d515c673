package pbx.simulator.sound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pbx.webrtc.AudioEngine.PcmSource;

/** A conference: each hears the sum of the others. Parties come and go on one thread; they are mixed on the listeners' own. */
public final class Room implements Program {
    private final List<Seat> seats = new ArrayList<>();

    @Override
    public Sound with(Ring voice) {
        Seat seat = new Seat(voice);
        seats.add(seat);
        seats.forEach(Seat::lookAround);
        return new Sound(seat, (samples, rate) -> {}, () -> leave(seat));
    }

    private void leave(Seat seat) {
        seats.remove(seat);
        seats.forEach(Seat::lookAround);
    }

    private final class Seat implements PcmSource {
        private final Ring voice;
        private final short[] part = new short[Frames.SAMPLES];
        private final int[] sum = new int[Frames.SAMPLES];
        private volatile Map<Seat, PcmSource> others = Map.of();

        Seat(Ring voice) {
            this.voice = voice;
        }

        /** Who stays is heard on without a gap. */
        void lookAround() {
            Map<Seat, PcmSource> now = new LinkedHashMap<>();
            for (Seat seat : seats) {
                if (seat != this) {
                    PcmSource known = others.get(seat);
                    now.put(seat, known == null ? seat.voice.reader() : known);
                }
            }
            others = now;
        }

        @Override
        public void fill(short[] frame) {
            Arrays.fill(sum, 0);
            for (PcmSource other : others.values()) {
                Arrays.fill(part, (short) 0);
                other.fill(part);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += part[i];
                }
            }
            for (int i = 0; i < frame.length && i < sum.length; i++) {
                frame[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum[i]));
            }
        }
    }
}
