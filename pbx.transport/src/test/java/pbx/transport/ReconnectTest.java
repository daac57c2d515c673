package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;

/** How the account comes back, on real sockets. */
class ReconnectTest {
    /** In ms. */
    private interface Measure {
        long taken() throws Exception;
    }

    /** Once in three times: what it takes where the machine stands still for a moment says nothing of the transport. */
    private static void assertTakes(long most, Measure measure) throws Exception {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3 && best > most; i++) {
            best = Math.min(best, measure.taken());
        }
        assertTrue(best <= most, best + " ms");
    }

    private static long since(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    @Test
    void aCutLinkIsBackWithinASecondOrTwoWithAFreshLogin() throws Exception {
        try (TestPbx pbx = new TestPbx();
                Desk desk = new Desk()) {
            desk.connect("a", Desk.settings(pbx.port()));
            for (int i = 0; i < 5; i++) {
                boolean rudely = i % 2 == 0;
                assertTakes(1_500, () -> {
                    TestPbx.Wire wire = desk.register(pbx);
                    pbx.asked.clear();
                    long cut = System.nanoTime();
                    if (rudely) {
                        wire.cut();
                    } else {
                        wire.close(1001);
                    }
                    assertEquals("PUT", pbx.asked.poll(20, TimeUnit.SECONDS).method(), "the session may have run out");
                    return since(cut);
                });
            }
            desk.register(pbx);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aHalfOpenLinkIsKnownWithinFifteenSeconds() throws Exception {
        try (TestPbx pbx = new TestPbx();
                Desk desk = new Desk()) {
            desk.connect("a", Desk.settings(pbx.port()));
            assertTakes(15_000, () -> {
                TestPbx.Wire wire = desk.register(pbx);
                assertTrue(wire.alive("last sign"));
                wire.deaf = true;
                long deaf = System.nanoTime();
                ConnectionStatus lost = desk.await(ConnectionState.CONNECTING);
                long ms = since(deaf);
                System.out.println("counts: half-open known after " + ms + " ms");
                assertTrue(ms > 5_000, ms + " ms");
                assertTrue(lost.problem().orElse("").contains("nothing came"), lost::toString);
                return ms;
            });
            desk.register(pbx);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void afterASleepADeadLinkIsKnownWithinSeconds() throws Exception {
        try (TestPbx pbx = new TestPbx();
                Desk desk = new Desk()) {
            desk.connect("a", Desk.settings(pbx.port()));
            livingLinkStays(desk, pbx, 5);
            assertTakes(4_000, () -> {
                desk.board.hurry("deliberate");
                long hurried = System.nanoTime();
                desk.await(ConnectionState.CONNECTING);
                long ms = since(hurried);
                desk.register(pbx).deaf = true;
                return ms;
            });
        }
    }

    /** Is deaf in the end. A machine that stands still for so long itself may lose a living one. */
    private static void livingLinkStays(Desk desk, TestPbx pbx, int tries) throws Exception {
        TestPbx.Wire wire = desk.register(pbx);
        desk.board.hurry("deliberate");
        assertTrue(wire.alive("a living link stays"));
        long began = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep(3_200);
        if (since(began) > 3_700 && tries > 0 && !desk.states.isEmpty()) {
            livingLinkStays(desk, pbx, tries - 1);
            return;
        }
        assertEquals(0, desk.states.size(), "a living link stays");
        wire.deaf = true;
    }

    @Test
    void aChangeOfTheNetworkEndsTheWaiting() throws Exception {
        try (TestPbx pbx = new TestPbx();
                Desk desk = new Desk()) {
            pbx.answers = ask -> TestPbx.answer("503 Busy", "", "");
            desk.connect("a", Desk.settings(pbx.port()));
            for (int i = 0; i < 5; i++) {
                assertEquals("PUT", pbx.asked.poll(40, TimeUnit.SECONDS).method());
                desk.board.hurry("deliberate");
            }
            pbx.answers = TestPbx::usual;
            desk.board.hurry("deliberate");
            desk.register(pbx);
        }
    }

    @Test
    void whoWaitsForTheConnectionKeepsTheTriesComing() throws Exception {
        try (TestPbx pbx = new TestPbx();
                Desk desk = new Desk()) {
            pbx.answers = ask -> TestPbx.answer("503 Busy", "", "");
            VodiaConnection connection = desk.connect("a", Desk.settings(pbx.port()));
            for (int i = 0; i < 12; i++) { // else the pauses would be 0.25 s, 0.5, 1, 2 ... 30
                connection.urgent();
                assertEquals("PUT", pbx.asked.poll(20, TimeUnit.SECONDS).method());
            }
            pbx.answers = TestPbx::usual;
            desk.register(pbx);
        }
    }

    @Test
    void aSocketThatOpensAndClosesAtOnceIsNotTakenForGood() throws Exception {
        try (TestPbx pbx = new TestPbx();
                Desk desk = new Desk()) {
            desk.connect("a", Desk.settings(pbx.port()));
            long since = System.nanoTime();
            for (int i = 0; i < 4; i++) {
                pbx.socket().close(1008);
                ConnectionStatus lost = desk.await(s -> s.problem().orElse("").contains("1008"), "the reason");
                assertEquals(ConnectionState.CONNECTING, lost.state());
            }
            desk.register(pbx);
            assertTrue(System.nanoTime() - since > 50_000_000L, "never in a tight loop");
        }
    }

    @Test
    void aSilentServerDoesNotHoldTheTry() throws Exception {
        try (TestPbx pbx = new TestPbx();
                Desk desk = new Desk()) {
            desk.connect("a", Desk.settings(pbx.port()));
            CountDownLatch never = new CountDownLatch(1);
            AtomicReference<TestPbx.Wire> wire = new AtomicReference<>(desk.register(pbx));
            assertTakes(3_000, () -> {
                pbx.answers = ask -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "";
                };
                wire.get().cut();
                desk.await(s -> s.problem().orElse("").contains("does not answer"), "a try given up");
                pbx.answers = TestPbx::usual;
                long answers = System.nanoTime();
                wire.set(desk.register(pbx));
                return since(answers);
            });
            never.countDown();
        }
    }

    @Test
    void aFloodIsSurvivedAndFollowedByAQuestionForTheWholePicture() throws Exception {
        try (TestPbx pbx = new TestPbx();
                Desk desk = new Desk("none")) {
            CountDownLatch release = new CountDownLatch(1);
            CountDownLatch byes = new CountDownLatch(200);
            desk.board.listen(
                    (account, message) -> {
                        if (message.kind().equals("bye")) {
                            byes.countDown();
                        }
                        try {
                            release.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "slow",
                    Set.of("user-state", "bye"));
            desk.connect("a", Desk.settings(pbx.port()));
            TestPbx.Wire wire = desk.register(pbx);
            for (int i = 0; i < 40_000; i++) {
                wire.text("{\"action\":\"user-state\",\"account\":\"" + i + "\"}");
                if (i % 200 == 0) {
                    wire.text("{\"bye\":\"true\",\"callid\":\"" + i + "\"}");
                }
            }
            assertTrue(wire.alive("the socket is not blocked"));
            wire.texts.clear();
            release.countDown();
            assertTrue(byes.await(20, TimeUnit.SECONDS), "no signalling is lost: " + byes.getCount() + " are missing");
            String said = wire.hear();
            while (!said.contains("own-calls")) { // the end of a picture that was asked for in the midst of the flood
                said = wire.hear();
            }
            for (String wanted : List.of("orbit-calls", "blf", "ringtones", "domain-calls")) {
                assertTrue(wire.hear().contains(wanted), wanted);
            }
            assertEquals(0, desk.states.size(), "and the connection stays");
        }
    }
}
