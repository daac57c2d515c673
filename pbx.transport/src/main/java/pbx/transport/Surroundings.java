package pbx.transport;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Looks every 2 s whether the machine's network addresses have changed, or the machine (or this process) has slept: then every
 * connection is worth a check at once.
 */
final class Surroundings implements AutoCloseable {
    private static final int EVERY_SECONDS = 2;
    /** Clocks are set now and then; this much is more than that. */
    private static final long JUMP_MS = 5_000;

    private final Supplier<String> network;
    private final LongSupplier wallMs;
    private final LongSupplier steadyMs;
    private final Consumer<String> changed;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "pbx-transport-surroundings");
        made.setDaemon(true);
        return made;
    });
    private String addresses;
    private long wall;
    private long steady;

    /** @param changed told why, on this one's thread */
    Surroundings(Supplier<String> network, LongSupplier wallMs, LongSupplier steadyMs, Consumer<String> changed) {
        this.network = network;
        this.wallMs = wallMs;
        this.steadyMs = steadyMs;
        this.changed = changed;
        this.addresses = network.get();
        this.wall = wallMs.getAsLong();
        this.steady = steadyMs.getAsLong();
    }

    Surroundings(Consumer<String> changed) {
        this(Surroundings::interfaces, System::currentTimeMillis, () -> System.nanoTime() / 1_000_000, changed);
        var unused = thread.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void look() {
        String nowAddresses = network.get();
        long slept = wallMs.getAsLong() - wall - EVERY_SECONDS * 1000L;
        long frozen = steadyMs.getAsLong() - steady - EVERY_SECONDS * 1000L;
        wall = wallMs.getAsLong();
        steady = steadyMs.getAsLong();
        if (!nowAddresses.equals(addresses)) {
            addresses = nowAddresses;
            changed.accept("the machine's network addresses have changed");
        } else if (slept > JUMP_MS || frozen > JUMP_MS) {
            changed.accept("the machine has slept for about " + Math.max(slept, frozen) / 1000 + " s");
        }
    }

    private static String interfaces() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(Surroundings::up)
                    .sorted(Comparator.comparing(NetworkInterface::getName))
                    .map(each -> each.getName()
                            + each.inetAddresses()
                                    .map(address -> address.getHostAddress())
                                    .sorted()
                                    .collect(Collectors.toList()))
                    .collect(Collectors.joining(" "));
        } catch (SocketException e) { // none that could be listed
            return "";
        }
    }

    private static boolean up(NetworkInterface one) {
        try {
            return one.isUp() && !one.isLoopback();
        } catch (SocketException e) { // it has gone meanwhile
            return false;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
