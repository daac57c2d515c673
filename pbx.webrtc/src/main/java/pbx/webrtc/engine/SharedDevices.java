package pbx.webrtc.engine;

import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The devices that sessions share. The first is made as soon as the natives are there, because making one takes longer than all
 * the rest that a session's first description waits for, and stays; others come and go with those who need them.
 */
final class SharedDevices implements AutoCloseable {
    /** A device serves its sessions one after the other, 100 times a second: this many take about 2 of its 10 ms. */
    static final int PLACES = 16;

    /** Who only listens misses up to three times this when the last one that sends stops. */
    private static final int WATCH_MS = 50;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, SharedDevices::daemon);
    // guarded by this
    private final Map<SharedDevice, Integer> taken = new LinkedHashMap<>();
    private boolean watching;
    private boolean closed;

    SharedDevices(Natives natives) {
        thread.prestartCoreThread(); // a thread that a bundle's call had made would keep that bundle's old revision
        thread.execute(() -> makeFirst(natives));
    }

    /** A place at a device, to be given back by {@link #leave}. */
    synchronized SharedDevice enter() {
        SharedDevice device = taken.entrySet().stream()
                .filter(one -> one.getValue() < PLACES)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(SharedDevice::new);
        taken.merge(device, 1, Integer::sum);
        if (!watching && !closed) {
            watching = true;
            watchAgain();
        }
        return device;
    }

    synchronized void leave(SharedDevice device) {
        if (taken.merge(device, -1, Integer::sum) == 0 && (closed || taken.size() > 1)) {
            taken.remove(device);
            device.close();
        }
    }

    synchronized int size() {
        return taken.size();
    }

    /** Devices that are still in use go with the last who uses them. */
    @Override
    public void close() {
        thread.shutdownNow();
        synchronized (this) {
            closed = true;
            taken.entrySet().removeIf(one -> {
                if (one.getValue() == 0) {
                    one.getKey().close();
                }
                return one.getValue() == 0;
            });
        }
    }

    private void makeFirst(Natives natives) {
        try {
            natives.await();
            synchronized (this) { // who sees it sees it free
                leave(enter());
            }
        } catch (Throwable error) {
            // the first session tells it, which fails in the same way
            System.getLogger("pbx.webrtc").log(Level.DEBUG, "No sound device: " + Failures.text(error));
        }
    }

    private synchronized void watch() {
        watching = !closed && taken.values().stream().anyMatch(places -> places > 0);
        if (watching) {
            watchAgain();
            taken.keySet().forEach(SharedDevice::keepRunning);
        }
    }

    private void watchAgain() {
        thread.schedule(this::watch, WATCH_MS, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "webrtc-devices");
        thread.setDaemon(true);
        return thread;
    }
}
