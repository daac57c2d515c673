package pbx.simulator.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pbx.simulator.exchange.Loop;

/** The way of frames in one direction of one socket. Without faults it hands each one on as it comes. Usable from any thread. */
public final class Pipe {
    private final Supplier<List<Fault>> faults;
    private final Random random;
    private final Loop loop;
    private final Consumer<String> end;
    private Optional<String> overtaken = Optional.empty();

    Pipe(Supplier<List<Fault>> faults, long seed, Loop loop, Consumer<String> end) {
        this.faults = faults;
        this.random = new Random(seed);
        this.loop = loop;
        this.end = end;
    }

    /** Whether frames go straight through. */
    public synchronized boolean clear() {
        return overtaken.isEmpty() && faults.get().isEmpty();
    }

    /** A frame sets out. */
    public synchronized void pass(String frame) {
        if (clear()) {
            end.accept(frame);
            return;
        }
        Journey journey = new Journey(frame);
        faults.get().stream()
                .filter(fault -> random.nextInt(100) < fault.percent())
                .forEach(journey::meet);
        if (journey.waits.isPresent() && overtaken.isEmpty()) {
            overtaken = Optional.of(journey.frame);
            loop.after(journey.waits.get(), this::release);
        } else {
            deliver(journey);
        }
    }

    private void deliver(Journey journey) {
        Optional<String> last = overtaken;
        overtaken = Optional.empty();
        if (journey.delay.isZero()) {
            journey.arrive(last);
        } else {
            loop.after(journey.delay, () -> journey.arrive(last));
        }
    }

    /** Nothing came that could go first. */
    private synchronized void release() {
        overtaken.ifPresent(end);
        overtaken = Optional.empty();
    }

    /** What one frame meets. */
    private final class Journey {
        private String frame;
        private int copies = 1;
        private Duration delay = Duration.ZERO;
        private Optional<Duration> waits = Optional.empty();

        Journey(String frame) {
            this.frame = frame;
        }

        void meet(Fault fault) {
            switch (fault.kind()) {
                case DROP -> copies = 0;
                case DUPLICATE -> copies *= 2;
                case CORRUPT -> frame = Corruption.of(frame, random);
                case DELAY -> delay = delay.plus(fault.delay());
                case REORDER -> waits = Optional.of(fault.delay());
            }
        }

        void arrive(Optional<String> overtakenFrame) {
            for (int i = 0; i < copies; i++) {
                end.accept(frame);
            }
            overtakenFrame.ifPresent(end);
        }
    }
}
