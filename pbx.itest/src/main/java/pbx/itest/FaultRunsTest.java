package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.connection.ConnectionState;
import pbx.itest.FaultyLine.Fault;

/**
 * The line breaks, things happen meanwhile, the line is back: within 3 s the account shows what the PBX says. Each fault once, or 200 rounds
 * with {@code pbx.full=true} (or {@code PBX_FULL=true} in the environment, which reaches the framework).
 */
class FaultRunsTest {
    private static final boolean FULL = Boolean.getBoolean("pbx.full") || "true".equals(System.getenv("PBX_FULL"));
    private static final int ROUNDS = FULL ? 200 : 6;
    private static final long WITHIN_MS = 3_000;
    private static final long LOOK_MS = 50;
    private static final Fault[] FAULTS = {
        Fault.DOWN, Fault.RESET, Fault.SLICING, Fault.SLOW_CLOSE, Fault.LATENCY, Fault.HALF_OPEN
    };

    private static Office office;
    private static AccountId colleague;
    private final Random random = new Random(7);

    @BeforeAll
    static void open() throws Exception {
        office = new Office();
        colleague = office.account("46");
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    @Test
    void afterEveryFaultTheAccountShowsWhatThePbxSays() throws Exception {
        Map<Fault, List<Long>> times = new EnumMap<>(Fault.class);
        FaultPicture picture = new FaultPicture(office);
        try (FaultyLine line = new FaultyLine(office.port)) {
            AccountId mine = office.account("faulty", "45", "demo", line.port());
            awaitState(mine, ConnectionState.REGISTERED);
            within(picture, mine, "at the start");
            for (int round = 0; round < ROUNDS; round++) {
                Fault fault = FAULTS[round % FAULTS.length];
                Call own = round % 3 == 1 ? office.talk(mine, "601") : null;
                long ms = round(line, fault, picture, mine, "round " + round + ", " + fault);
                times.computeIfAbsent(fault, f -> new ArrayList<>()).add(ms);
                if (own != null) {
                    hangUp(own);
                }
                office.connections.forget();
            }
        }
        times.forEach((fault, ms) -> System.out.println("counts: fault " + fault + " x " + ms.size() + ", equal after "
                + ms.stream().mapToLong(m -> m).sum() / ms.size() + " ms (mean), " + Collections.max(ms)
                + " ms (most)"));
        assertEquals(ROUNDS, times.values().stream().mapToInt(List::size).sum());
    }

    private long round(FaultyLine line, Fault fault, FaultPicture picture, AccountId mine, String what)
            throws Exception {
        line.breakDown(fault);
        Office.get(office.presences().dnd(colleague, random.nextBoolean()));
        Call call = office.dial(colleague, random.nextBoolean() ? "601" : "604");
        if (random.nextBoolean()) {
            hangUp(call);
        }
        if (fault == Fault.HALF_OPEN) {
            awaitState(mine, ConnectionState.CONNECTING);
        } else {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(fault == Fault.DOWN && FULL ? 9_000 : 2_500));
        }
        line.heal();
        long ms = within(picture, mine, what);
        if (call.state() != CallState.ENDED
                && picture.calls(colleague).contains(call.id().value())) {
            hangUp(call);
        }
        return ms;
    }

    private static void hangUp(Call call) throws Exception {
        Office.get(office.calls().hangUp(call.id()));
    }

    /** How long it took until nothing differed. A look that took long is a machine that stands still, which nobody can help. */
    private long within(FaultPicture picture, AccountId mine, String what) throws Exception {
        List<String> differences = List.of("not asked");
        long ms = 0;
        long counted = 0;
        while (!differences.isEmpty() && counted <= WITHIN_MS && ms <= 10 * WITHIN_MS) {
            long since = System.nanoTime();
            TimeUnit.MILLISECONDS.sleep(10);
            differences = picture.differences(mine, "45", colleague);
            long took = (System.nanoTime() - since) / 1_000_000;
            ms += took;
            counted += Math.min(took, LOOK_MS);
        }
        List<String> found = differences;
        assertTrue(found.isEmpty(), () -> what + ": after " + WITHIN_MS + " ms: " + found);
        return ms;
    }

    private static void awaitState(AccountId account, ConnectionState state) throws InterruptedException {
        office.connections.await(
                account + " " + state,
                change -> change.after().account().equals(account)
                        && change.after().state() == state);
    }
}
