package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;

/** How the account comes back, on real sockets. */
class ReconnectTest {
    @Test
    void aCutLinkIsBackWithinASecondOrTwoWithAFreshLogin() throws Exception {
        try (TestPbx pbx = new TestPbx();
                Desk desk = new Desk()) {
            desk.connect("a", Desk.settings(pbx.port()));
            for (int i = 0; i < 5; i++) {
                TestPbx.Wire wire = desk.register(pbx);
                pbx.asked.clear();
                long cut = System.nanoTime();
                if (i % 2 == 0) {
                    wire.cut();
                } else {
                    wire.close(1001);
                }
                assertEquals("PUT", pbx.asked.poll(10, TimeUnit.SECONDS).method(), "the session may have run out");
                long ms = (System.nanoTime() - cut) / 1_000_000;
                assertTrue(ms < 1_500, "first try after " + ms + " ms");
            }
            desk.register(pbx);
        }
    }

    @Test
    void aHalfOpenLinkIsKnownWithinFifteenSeconds() throws Exception {
        try (TestPbx pbx = new TestPbx();
                Desk desk = new Desk()) {
            desk.connect("a", Desk.settings(pbx.port()));
            TestPbx.Wire wire = desk.register(pbx);
            assertTrue(wire.alive("last sign"));
            wire.deaf = true;
            long since = System.nanoTime();
            ConnectionStatus lost = desk.await(ConnectionState.CONNECTING);
            long ms = (System.nanoTime() - since) / 1_000_000;
            System.out.println("counts: half-open known after " + ms + " ms");
            assertTrue(ms > 5_000 && ms <= 15_000, ms + " ms");
            assertTrue(lost.problem().orElse("").contains("nothing came"), lost::toString);
            desk.register(pbx);
        }
    }

    @Test
    void afterASleepADeadLinkIsKnownWithinSeconds() throws Exception {
        try (TestPbx pbx = new TestPbx();
                Desk desk = new Desk()) {
            desk.connect("a", Desk.settings(pbx.port()));
            TestPbx.Wire wire = desk.register(pbx);
            desk.board.hurry("deliberate");
            assertTrue(wire.alive("a living link stays"));
            TimeUnit.MILLISECONDS.sleep(3_200);
            assertEquals(0, desk.states.size(), "a living link stays");
            wire.deaf = true;
            desk.board.hurry("deliberate");
            long since = System.nanoTime();
            desk.await(ConnectionState.CONNECTING);
            long ms = (System.nanoTime() - since) / 1_000_000;
            assertTrue(ms < 4_000, ms + " ms");
            desk.register(pbx);
        }
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
                assertEquals("PUT", pbx.asked.poll(5, TimeUnit.SECONDS).method());
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
            TestPbx.Wire wire = desk.register(pbx);
            CountDownLatch never = new CountDownLatch(1);
            pbx.answers = ask -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return "";
            };
            wire.cut();
            desk.await(s -> s.problem().orElse("").contains("does not answer"), "a try given up");
            pbx.answers = TestPbx::usual;
            long since = System.nanoTime();
            desk.register(pbx);
            long ms = (System.nanoTime() - since) / 1_000_000;
            assertTrue(ms < 3_000, ms + " ms after it answers again");
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
            for (String wanted : List.of("own-calls", "orbit-calls", "blf", "ringtones", "domain-calls")) {
                assertTrue(wire.hear().contains(wanted), wanted);
            }
            assertEquals(0, desk.states.size(), "and the connection stays");
        }
    }
}
