package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.connection.Message;
import pbx.api.connection.MessageListener;
import pbx.listeners.Writer;

class ReceiversTest {
    private static final AccountId ACCOUNT = new AccountId("desk");

    private final BlockingQueue<Message> inspected = new LinkedBlockingQueue<>();
    private final BlockingQueue<Message> controlled = new LinkedBlockingQueue<>();
    private final Receivers receivers = new Receivers(new AtOnce(), account -> {});

    /** Does what is posted there and then. */
    private static final class AtOnce implements Writer {
        @Override
        public boolean post(Runnable work) {
            work.run();
            return true;
        }

        @Override
        public Timer after(Duration delay, Runnable work) {
            return () -> {};
        }

        @Override
        public void close() {
            // there is nothing to end
        }
    }

    @AfterEach
    void close() {
        receivers.close(Duration.ofSeconds(30));
    }

    /** Wire logs and recorders listen to everything while call control is being replaced, and are bound before it. */
    @Test
    void anAnswerThatOnlyAnInspectorHeardWaitsForCallControl() throws Exception {
        receivers.add((account, message) -> inspected.add(message), "inspector", Set.of("*"));
        Message answer = new Message("sdp", Map.of("callid", "1"));
        receivers.tell(new Received(ACCOUNT, answer));
        assertEquals(answer, inspected.poll(30, TimeUnit.SECONDS));
        receivers.add((account, message) -> controlled.add(message), "callcontrol", Set.of("sdp", "bye"));
        assertEquals(answer, controlled.poll(30, TimeUnit.SECONDS));
        Message bye = new Message("bye", Map.of("callid", "1"));
        receivers.tell(new Received(ACCOUNT, bye));
        assertEquals(bye, inspected.poll(30, TimeUnit.SECONDS), "each is told once");
        assertEquals(bye, controlled.poll(30, TimeUnit.SECONDS), "each is told once");
    }

    @Test
    void whatAStoppedCallControlWasToldWaitsForTheNext() throws Exception {
        BlockingQueue<Message> refused = new LinkedBlockingQueue<>();
        MessageListener stopped = (account, message) -> {
            refused.add(message);
            throw new PbxException(PbxException.Reason.STOPPED, "being replaced");
        };
        receivers.add(stopped, "callcontrol", Set.of("sdp"));
        Message answer = new Message("sdp", Map.of("callid", "1"));
        receivers.tell(new Received(ACCOUNT, answer));
        assertEquals(answer, refused.poll(30, TimeUnit.SECONDS));
        receivers.remove(stopped);
        receivers.add((account, message) -> controlled.add(message), "callcontrol", Set.of("sdp"));
        assertEquals(answer, controlled.poll(30, TimeUnit.SECONDS));
    }

    /** A plugin that hears calls for itself is no successor of call control, which is away for a moment. */
    @Test
    void whatAPluginHeardWhileCallControlWasAwayWaitsForCallControl() throws Exception {
        MessageListener control = (account, message) -> {};
        receivers.add((account, message) -> inspected.add(message), "plugin", Set.of("sdp"));
        receivers.add(control, "callcontrol", Set.of("sdp", "bye"));
        receivers.remove(control);
        Message answer = new Message("sdp", Map.of("callid", "1"));
        receivers.tell(new Received(ACCOUNT, answer));
        assertEquals(answer, inspected.poll(30, TimeUnit.SECONDS));
        receivers.add((account, message) -> controlled.add(message), "callcontrol", Set.of("sdp", "bye"));
        assertEquals(answer, controlled.poll(30, TimeUnit.SECONDS));
    }

    /** Else an invitation of long ago rings when call control is replaced. */
    @Test
    void whatAStoppedPluginWasNotToldIsNotCallControlsToHearAgain() throws Exception {
        receivers.add((account, message) -> inspected.add(message), "callcontrol", Set.of("invitesdp"));
        CountDownLatch called = new CountDownLatch(1);
        MessageListener plugin = (account, message) -> {
            called.countDown();
            LockSupport.park(); // until it is taken away
        };
        receivers.add(plugin, "plugin", Set.of("invitesdp"));
        for (String callid : List.of("1", "2")) {
            Message invitation = new Message("invitesdp", Map.of("callid", callid));
            receivers.tell(new Received(ACCOUNT, invitation));
            assertEquals(invitation, inspected.poll(30, TimeUnit.SECONDS));
        }
        assertTrue(called.await(30, TimeUnit.SECONDS));
        receivers.remove(plugin);
        receivers.add((account, message) -> controlled.add(message), "callcontrol", Set.of("invitesdp"));
        Message next = new Message("invitesdp", Map.of("callid", "3"));
        receivers.tell(new Received(ACCOUNT, next));
        assertEquals(next, controlled.poll(30, TimeUnit.SECONDS));
    }

    /** Neither is it collected in vain, nor does an invitation of that time ring when the bundle restarts. */
    @Test
    void whatComesWhileAListenerIsQuarantinedIsNotKeptForIt() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        MessageListener stuck = (account, message) -> {
            called.countDown();
            LockSupport.park(); // until it is told no more
        };
        receivers.add(stuck, "callcontrol", Set.of("invitesdp"));
        receivers.tell(new Received(ACCOUNT, invitation("first")));
        assertTrue(called.await(30, TimeUnit.SECONDS));
        for (int i = 0; !receivers.deliveries().get(0).quarantined(); i++) {
            receivers.tell(new Received(ACCOUNT, invitation("" + i)));
        }
        WeakReference<Message> late = told(invitation("late"));
        assertForgotten(late);
        receivers.remove(stuck);
        receivers.add((account, message) -> controlled.add(message), "callcontrol", Set.of("invitesdp"));
        Message next = invitation("next");
        receivers.tell(new Received(ACCOUNT, next));
        assertEquals(next, controlled.poll(30, TimeUnit.SECONDS));
    }

    /** A plugin may say so each time, and never be taken away. */
    @Test
    void whatIsRefusedWithoutEndIsNotKeptWithoutEnd() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        MessageListener stopped = (account, message) -> {
            refused.incrementAndGet();
            throw new PbxException(PbxException.Reason.STOPPED, "always");
        };
        receivers.add(stopped, "plugin", Set.of("invitesdp"));
        receivers.add((account, message) -> {}, "callcontrol", Set.of("invitesdp"));
        WeakReference<Message> first = told(invitation("first"));
        for (int i = 0; i < 11_000; i++) {
            receivers.tell(new Received(ACCOUNT, invitation("" + i)));
            while (refused.get() < i) {
                Thread.onSpinWait(); // it is not behind
            }
        }
        assertForgotten(first);
    }

    private static void assertForgotten(WeakReference<Message> message) throws InterruptedException {
        for (int i = 0; message.get() != null; i++) {
            assertTrue(i < 1_000, "it is kept for ever");
            System.gc();
            Thread.sleep(20);
        }
    }

    private WeakReference<Message> told(Message message) {
        receivers.tell(new Received(ACCOUNT, message));
        return new WeakReference<>(message);
    }

    private static Message invitation(String callid) {
        return new Message("invitesdp", Map.of("callid", callid));
    }

    @Test
    void whatHasComeIsToldBeforeItCloses() {
        receivers.add((account, message) -> controlled.add(message), "callcontrol", Set.of("sdp"));
        for (int i = 0; i < 1_000; i++) {
            receivers.tell(new Received(ACCOUNT, new Message("sdp", Map.of("callid", "" + i))));
        }
        receivers.close(Duration.ofSeconds(30));
        assertEquals(1_000, controlled.size());
    }
}
