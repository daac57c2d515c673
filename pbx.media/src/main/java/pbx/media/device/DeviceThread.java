package pbx.media.device;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import pbx.api.media.Device;
import pbx.api.media.Role;
import pbx.webrtc.AudioDevices.Line;

/**
 * One role's thread: opens the chosen device while it is needed, again whenever the choice or what is there changes, and goes
 * on trying where that fails. One that hangs stops nothing else.
 */
final class DeviceThread implements AutoCloseable {
    private static final long RETRY_MS = 500;
    private static final long HUNG_NS = TimeUnit.SECONDS.toNanos(3);

    private final Role role;
    private final SoundSystem system;
    private final Pump pump;
    private final Consumer<Optional<String>> told;
    private final Thread thread;
    // guarded by this
    private String chosen;
    private List<Device> found = List.of();
    private boolean known;
    private boolean needed;
    private boolean closed;
    private Optional<String> problem = Optional.empty();

    private volatile Choice now = new Choice(Optional.empty(), Optional.empty());
    private volatile long beat = Long.MAX_VALUE;

    /** What is done with an open device. */
    interface Pump {
        /** It was opened; what is returned is closed with it. */
        AutoCloseable opened();

        /** One frame. */
        void turn(Line line) throws IOException;
    }

    /** @param told hears what is wrong whenever that changes, on any thread */
    DeviceThread(Role role, String chosen, SoundSystem system, Pump pump, Consumer<Optional<String>> told) {
        this.role = role;
        this.chosen = chosen;
        this.system = system;
        this.pump = pump;
        this.told = told;
        thread = new Thread(this::run, "pbx-" + Choice.name(role));
        thread.setDaemon(true);
        thread.start();
    }

    synchronized String chosen() {
        return chosen;
    }

    synchronized void choose(String next) {
        chosen = next;
        look();
    }

    synchronized void found(List<Device> all) {
        found = all;
        known = true;
        look();
    }

    synchronized void needed(boolean on) {
        needed = on;
        look();
    }

    synchronized Optional<String> problem() {
        return problem;
    }

    /** To be called now and then: whether the device has said nothing for too long, or does again. */
    void check() {
        Optional<String> hung =
                Optional.of("the " + Choice.name(role) + " does not answer; the call goes on without it");
        if (System.nanoTime() - beat > HUNG_NS && beat != Long.MAX_VALUE) {
            problem(hung);
        } else if (problem().equals(hung)) {
            problem(now.problem());
        }
    }

    private synchronized void look() {
        now = closed || !needed ? new Choice(Optional.empty(), Optional.empty()) : Choice.of(role, chosen, found);
        notifyAll();
    }

    private void run() {
        for (Choice mine = next(null); mine != null; mine = next(mine)) {
            if (mine.device().isPresent()) {
                open(mine, mine.device().get());
            } else {
                problem(mine.problem());
            }
        }
    }

    /** Waits until there is something else to do than before, or it is time to try again; null at the end. */
    private synchronized Choice next(Choice before) {
        long again = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RETRY_MS);
        try {
            while (!closed && (!known || now.equals(before)) && !isDue(again)) {
                wait(now.device().isPresent() ? RETRY_MS : 0);
            }
        } catch (InterruptedException stopped) {
            return null;
        }
        return closed ? null : now;
    }

    private boolean isDue(long again) {
        return known && now.device().isPresent() && System.nanoTime() >= again;
    }

    private void open(Choice mine, Device device) {
        beat = System.nanoTime();
        try (Line line = system.open(device.input(), device.id());
                AutoCloseable with = pump.opened()) {
            problem(mine.problem());
            while (now.device().equals(mine.device())) {
                pump.turn(line);
                beat = System.nanoTime();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            problem(Optional.of("the " + Choice.name(role) + " \"" + device.name() + "\": " + failed.getMessage()));
        } finally {
            beat = Long.MAX_VALUE;
        }
    }

    private void problem(Optional<String> next) {
        synchronized (this) {
            if (problem.equals(next)) {
                return;
            }
            problem = next;
        }
        told.accept(next);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            look();
        }
        thread.interrupt();
    }
}
