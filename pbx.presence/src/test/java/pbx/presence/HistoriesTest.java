package pbx.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pbx.api.call.Party;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.Message;
import pbx.api.presence.Presence;

/**
 * Whatever is lost, comes twice or in another order, and however often the connection goes: after the PBX has drawn its
 * picture again it is ours, and who only listened has the same. {@code -Dpbx.full=true} runs a hundred times as many.
 */
class HistoriesTest {
    private static final long SEED = 20260101;
    private static final int HISTORIES = Boolean.getBoolean("pbx.full") ? 20_000 : 200;
    private static final int STEPS = 80;

    private int frames;
    private int lost;
    private int twice;
    private int swapped;
    private int reconnects;
    private int changes;

    @Test
    void anyHistoryEndsInTheStateOfThePbx() throws Exception {
        for (int i = 0; i < HISTORIES; i++) {
            new History(SEED + i).run();
        }
        System.out.printf(
                "histories %d from seed %d: frames %d, lost %d, twice %d, out of order %d, reconnects %d, changes heard %d%n",
                HISTORIES, SEED, frames, lost, twice, swapped, reconnects, changes);
        assertTrue(Math.min(Math.min(lost, twice), Math.min(swapped, reconnects)) > HISTORIES, "all of it was tried");
    }

    private final class History {
        private final long seed;
        private final Random random;
        private final RandomPbx pbx;
        private final Desk desk = new Desk();
        private final List<Folding> listeners = new ArrayList<>();
        private final List<Message> onTheWay = new ArrayList<>();

        History(long seed) {
            this.seed = seed;
            random = new Random(seed);
            pbx = new RandomPbx(random);
        }

        void run() throws InterruptedException {
            listen();
            desk.connected();
            int late = random.nextInt(STEPS);
            for (int step = 0; step < STEPS; step++) {
                pbx.step().forEach(this::send);
                act();
                if (step == late) {
                    listen();
                }
            }
            reconnect();
            check("after the picture");
            desk.pass(Duration.ofMinutes(5));
            check("five minutes later");
            assertEquals(list(), heardBy(listeners.get(0)), "heard from the start, seed " + seed);
            assertEquals(list(), heardBy(listeners.get(1)), "heard from half-way, seed " + seed);
            changes += listeners.get(0).changes();
            desk.board.stop();
        }

        private void listen() {
            Folding listener = new Folding();
            listeners.add(listener);
            desk.board.listen(listener, "test");
            desk.writer.run();
        }

        private void send(Message frame) {
            frames++;
            switch (random.nextInt(12)) {
                case 0 -> lost++;
                case 1 -> {
                    twice++;
                    onTheWay.add(frame);
                    onTheWay.add(frame);
                }
                case 2 -> {
                    swapped++;
                    onTheWay.add(random.nextInt(onTheWay.size() + 1), frame);
                }
                default -> onTheWay.add(frame);
            }
        }

        private void act() {
            switch (random.nextInt(10)) {
                case 0 -> reconnect();
                case 1 -> desk.pass(Duration.ofMillis(random.nextInt(20_000)));
                case 2, 3 -> {}
                default -> deliver();
            }
            desk.connection.answers.put("/rest/user/%s/calls", pbx.ownRows());
            desk.connection.answers.put("/rest/user/%s/orbits", pbx.orbitRows());
            if (!desk.connection.sent.isEmpty()) { // presence asked for the picture
                desk.connection.sent.clear();
                pbx.resync().forEach(this::send);
            }
        }

        private void deliver() {
            onTheWay.forEach(desk::receive);
            onTheWay.clear();
        }

        private void reconnect() {
            reconnects++;
            onTheWay.clear();
            desk.state(ConnectionState.CONNECTING);
            desk.pass(Duration.ofMillis(random.nextInt(3_000)));
            desk.state(ConnectionState.CONNECTED);
            desk.connection.answers.put("/rest/user/%s/calls", pbx.ownRows());
            desk.connection.answers.put("/rest/user/%s/orbits", pbx.orbitRows());
            pbx.resync().forEach(desk::receive);
        }

        private void check(String when) {
            assertEquals(pbx.truth(), ours(), when + ", seed " + seed);
        }

        private Map<String, String> ours() {
            Map<String, String> ours = new TreeMap<>();
            desk.board.views().list().forEach(p -> ours.put(p.number(), line(p)));
            return ours;
        }

        private String line(Presence p) {
            return p.state()
                    + " "
                    + p.registered()
                    + " "
                    + p.dnd()
                    + " "
                    + p.available()
                    + " "
                    + p.name()
                    + " "
                    + p.with().stream().map(Party::number).toList();
        }

        private String list() {
            Map<String, Presence> list = new TreeMap<>();
            desk.board.views().list().forEach(p -> list.put(p.number(), p));
            list.remove(Folding.LAST);
            return list.toString();
        }

        private String heardBy(Folding listener) throws InterruptedException {
            desk.receive(Message.of("user-state", "account", Folding.LAST));
            return listener.result();
        }
    }
}
