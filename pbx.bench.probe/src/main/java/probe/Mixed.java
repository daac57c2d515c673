package probe;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallState;

/**
 * What an office does in an hour, at a rate that leaves the processor idle most of the time: calls with sound, some of which
 * lose their connection and get it back, people who want not to be disturbed, a plugin that is replaced. Now and then all
 * rest and the JVM's vital signs are printed. Whatever does not go as it should is an error, and the rest goes on.
 */
final class Mixed implements Scenario {
    private static final int ACCOUNTS = 3;
    private static final int FIRST_EXTENSION = 40;
    private static final int LAPS_TO_A_CUT = 5;

    private final int seconds;
    private final int reading;
    private final Pbx pbx;
    private final List<Path> plugin;
    /** Every lap reads; who takes the vital signs writes, and so nothing is going on then. */
    private final ReentrantReadWriteLock going = new ReentrantReadWriteLock(true);

    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong reconnects = new AtomicLong();
    private final AtomicLong presences = new AtomicLong();
    private final AtomicLong updates = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();

    /** @param words seconds, seconds between readings, the PBX, its control token, two versions of one plugin */
    Mixed(List<String> words) {
        seconds = Integer.parseInt(words.get(0));
        reading = Integer.parseInt(words.get(1));
        pbx = new Pbx(URI.create(words.get(2)), words.get(3));
        plugin = List.of(Path.of(words.get(4)), Path.of(words.get(5)));
    }

    @Override
    public int accounts() {
        return ACCOUNTS;
    }

    /** One thing that is done again and again. */
    private interface Lap {
        void run(long lap) throws Exception;
    }

    @Override
    public void run(Probe probe) throws Exception {
        ScheduledExecutorService lanes = Executors.newScheduledThreadPool(ACCOUNTS + 2);
        try {
            read(0);
            for (AccountId account : probe.accounts()) {
                lane(lanes, 7, lap -> talk(probe, account, lap));
            }
            lane(lanes, 3, lap -> presence(probe, lap));
            lane(lanes, 45, lap -> {
                probe.deploy(plugin.get((int) (lap % plugin.size())));
                updates.incrementAndGet();
            });
            long began = System.nanoTime();
            for (int at = reading; at <= seconds; at += reading) {
                long due = began + TimeUnit.SECONDS.toNanos(at);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                read(at);
            }
        } finally {
            lanes.shutdownNow();
        }
    }

    private void lane(ScheduledExecutorService lanes, int pause, Lap lap) {
        AtomicLong count = new AtomicLong();
        var unused =
                lanes.scheduleWithFixedDelay(() -> once(lap, count.getAndIncrement()), pause, pause, TimeUnit.SECONDS);
    }

    private void once(Lap lap, long count) {
        going.readLock().lock();
        try {
            lap.run(count);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (Exception | AssertionError wrong) {
            errors.incrementAndGet();
            Probe.print("error " + wrong);
        } finally {
            going.readLock().unlock();
        }
    }

    /** A call of two seconds; every fifth one loses its connection on the way and lives on. */
    private void talk(Probe probe, AccountId account, long lap) throws Exception {
        if (lap % LAPS_TO_A_CUT != LAPS_TO_A_CUT - 1) {
            probe.call(account, "601", TimeUnit.SECONDS.toMillis(2));
        } else {
            Call call = probe.dial(account, "600");
            long before = probe.registrations(account);
            pbx.please("cut", "{\"extension\":\"" + extension(account) + "\"}");
            probe.until("registered again", () -> probe.registrations(account) > before);
            probe.until("reachable again", () -> probe.calls().stream()
                    .anyMatch(c -> c.id().equals(call.id()) && c.reachable()));
            if (probe.calls().stream().noneMatch(c -> c.id().equals(call.id()) && c.state() == CallState.ACTIVE)) {
                throw new AssertionError("the call did not live on: " + probe.calls());
            }
            probe.hangUp(call);
            reconnects.incrementAndGet();
        }
        calls.incrementAndGet();
    }

    private void presence(Probe probe, long lap) throws Exception {
        boolean wanted = lap % 2 == 0;
        pbx.please("dnd", "{\"extension\":\"44\",\"state\":\"" + (wanted ? "on" : "off") + "\"}");
        for (AccountId account : probe.accounts()) {
            probe.until("presence of 44 at " + account, () -> probe.dnd(account, "44") == wanted);
        }
        presences.incrementAndGet();
    }

    private static String extension(AccountId account) {
        String name = account.value();
        return "" + (FIRST_EXTENSION + Integer.parseInt(name.substring(name.lastIndexOf("lane") + 4)));
    }

    private void read(int at) throws Exception {
        going.writeLock().lock();
        try {
            List<Object> counts = new ArrayList<>(List.of(calls, reconnects, presences, updates, errors));
            StringBuilder line = new StringBuilder("vitals " + at + " " + Vitals.now());
            counts.forEach(count -> line.append(' ').append(count));
            Probe.print(line.toString());
        } finally {
            going.writeLock().unlock();
        }
    }
}
