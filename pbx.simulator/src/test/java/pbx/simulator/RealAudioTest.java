package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pbx.simulator.exchange.Dialect;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.exchange.LoopThread;
import pbx.simulator.exchange.Numbers;
import pbx.webrtc.engine.RealEngine;

/** What is claimed to be heard is heard: real peer connections on both sides, in both dialects. */
class RealAudioTest {
    private static final double HOLD_NOTE = 659.25;
    private static RealEngine real;

    private final LoopThread loop = new LoopThread();
    private final Exchange exchange = new Exchange("localhost", Numbers.parse("40-59"), real.engine(), loop);
    private final List<RealPhone> phones =
            List.of("45", "44", "41").stream().map(this::phone).toList();
    private final RealPhone demo = phones.get(0);
    private final RealPhone bob = phones.get(1);
    private final RealPhone carol = phones.get(2);

    @BeforeAll
    static void start() {
        real = new RealEngine();
    }

    @AfterAll
    static void stop() {
        real.close();
    }

    @AfterEach
    void close() throws Exception {
        phones.forEach(RealPhone::hangUp);
        exchange.close();
        loop.close();
        for (String owner : List.of("45", "44", "41", "simulator@localhost")) {
            for (var session : real.engine().sessions(owner)) {
                real.engine().close(owner, session.id()).get(30, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void legacyBothHearEachOtherAndHoldIsMusic() throws Exception {
        talkBothWays("l");
        demo.hold(true);
        bob.ear.hears(HOLD_NOTE);
        bob.ear.loses(620);
        demo.ear.loses(800);
        demo.hold(false);
        bob.ear.hears(620);
    }

    @Test
    void modernBothHearEachOtherAndATransferConnectsTheThird() throws Exception {
        exchange.dialects().dialect(Dialect.MODERN);
        talkBothWays("m");
        demo.transfer("41");
        carol.answer();
        carol.connected();
        carol.play(1_000);
        bob.ear.hears(1_000);
        carol.ear.hears(800);
    }

    @Test
    void digitsAreSaidBackAsTheirTones() throws Exception {
        demo.dial("d@app", "606");
        demo.connected();
        demo.play(0);
        demo.ear.loses(440);
        for (String key : List.of("1", "5", "9", "#")) {
            demo.ear.hearsKey(key, () -> demo.press(key));
        }
        assertEquals("159#", demo.ear.keys());
    }

    @Test
    void earlyMediaIsHeardBeforeTheAnswer() throws Exception {
        demo.dial("e@app", "607");
        demo.await(frame -> frame.path("code").asInt() == 183);
        demo.ear.hears(425);
        demo.connected();
        demo.ear.hears(440);
    }

    @Test
    void whoIsParkedHearsMusicAndIsFetched() throws Exception {
        talkBothWays("p");
        demo.transfer("*85703");
        bob.ear.hears(HOLD_NOTE);
        carol.dial("f@app", "*86703");
        carol.connected();
        carol.play(1_000);
        carol.ear.hears(800);
        bob.ear.hears(1_000);
    }

    @Test
    void threeHearEachOtherInARoom() throws Exception {
        double[] tones = {620, 800, 1_000};
        for (int i = 0; i < phones.size(); i++) {
            phones.get(i).dial("r" + i + "@app", "631");
            phones.get(i).connected();
            phones.get(i).play(tones[i]);
        }
        for (int i = 0; i < phones.size(); i++) {
            phones.get(i).ear.hears(tones[(i + 1) % 3]);
            phones.get(i).ear.hears(tones[(i + 2) % 3]);
            phones.get(i).ear.loses(tones[i]);
        }
    }

    /** 620 Hz from the caller, 800 Hz from the called. */
    private void talkBothWays(String call) throws Exception {
        demo.dial(call + "@app", "44");
        if (exchange.dialects().dialect() == Dialect.MODERN) {
            demo.await(frame -> frame.has("sdp"));
        }
        bob.answer();
        demo.connected();
        bob.connected();
        demo.play(620);
        bob.play(800);
        bob.ear.hears(620);
        demo.ear.hears(800);
    }

    private RealPhone phone(String extension) {
        return new RealPhone(real.engine(), exchange, extension);
    }
}
