package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallListener;
import pbx.api.call.CallState;

/** Plugins that nobody would like to live with: calls and the other listeners do not notice them. */
class NeighboursTest {
    private static Office office;
    private static AccountId mine;

    private final List<ServiceRegistration<?>> listeners = new ArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);

    @BeforeAll
    static void open() throws Exception {
        office = new Office();
        mine = office.account("45");
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    private void listen(CallListener listener) {
        listeners.add(FrameworkUtil.getBundle(NeighboursTest.class)
                .getBundleContext()
                .registerService(CallListener.class, listener, null));
    }

    @AfterEach
    void leave() {
        release.countDown();
        listeners.forEach(ServiceRegistration::unregister);
    }

    private void block() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoBlocksForEverThrowsOrFloodsDelaysNoCallAndNoOtherListener() throws Exception {
        AtomicInteger blocked = new AtomicInteger();
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch thrown = new CountDownLatch(2);
        CountDownLatch flooded = new CountDownLatch(1);
        listen(change -> {
            blocked.incrementAndGet();
            began.countDown();
            block();
        });
        listen(change -> {
            thrown.countDown();
            throw new AssertionError("deliberate");
        });
        listen(change -> {
            for (int i = 0; i < 500; i++) { // each is refused by call control: it changes nothing, and costs
                office.calls()
                        .press(change.after().id(), "no digits")
                        .whenComplete((call, refused) -> flooded.countDown());
            }
        });
        office.calls.forget();
        Call call = office.talk(mine, "601");
        assertTrue(Office.get(office.calls().hold(call.id())).heldHere());
        Office.get(office.calls().hangUp(call.id()));
        office.await(call, CallState.ENDED);
        List<CallState> heard = office.calls.all().stream()
                .map(change -> change.after().state())
                .distinct()
                .toList();
        assertTrue(heard.containsAll(List.of(CallState.DIALING, CallState.ACTIVE, CallState.ENDED)), heard::toString);
        assertTrue(began.await(20, TimeUnit.SECONDS));
        assertTrue(thrown.await(20, TimeUnit.SECONDS), "it is told the next all the same");
        assertTrue(flooded.await(20, TimeUnit.SECONDS), "it is answered");
        assertEquals(1, blocked.get(), "it is told the next when it has returned, not before");
    }

    @Test
    void whoWaitsInItsListenerForItsOwnCommandIsAnswered() throws Exception {
        Watched<Call> answers = new Watched<>();
        listen(change -> {
            if (change.entered(CallState.ACTIVE)) {
                answers.add(office.calls()
                        .hangUp(change.after().id())
                        .toCompletableFuture()
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join());
            }
        });
        Call call = office.talk(mine, "601");
        assertEquals(
                CallState.ENDED,
                answers.await("its answer", one -> one.id().equals(call.id())).state());
    }
}
