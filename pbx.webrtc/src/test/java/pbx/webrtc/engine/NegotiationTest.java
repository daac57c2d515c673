package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pbx.webrtc.engine.Refusal.reason;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pbx.webrtc.AudioEngine.EngineException.Reason;
import pbx.webrtc.AudioEngine.LocalCandidate;
import pbx.webrtc.AudioEngine.Registration;
import pbx.webrtc.Sound;
import pbx.webrtc.Tone;

/** Offers and answers between two real peer connections. Whether they were understood is heard. */
class NegotiationTest {
    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = new Engine(Natives.load(), Network::leadsOutward);
    }

    @AfterAll
    static void stop() {
        engine.stop();
    }

    @Test
    void anOpenOfferIsGivenAgainAndSoIsAnAnswer() throws Exception {
        try (Line line = new Line(engine, "again")) {
            String offer = offer("media", line);
            assertEquals(offer, offer("media", line));
            String answer = answer("pbx", line, offer);
            assertEquals(answer, answer("pbx", line, offer));
            line.trickle();
            accept("media", line, answer);
            accept("media", line, answer);
            heardBothWays(line.connected());
            accept("media", line, "not even SDP, but no offer is open");
        }
    }

    @Test
    void aSecondOfferRenegotiatesTheSameConnectionAndAudioGoesOn() throws Exception {
        try (Line line = new Line(engine, "second").connect()) {
            heardBothWays(line);
            String offer = offer("media", line);
            assertTrue(line.session("media").offering());
            accept("media", line, answer("pbx", line, offer));
            assertFalse(line.session("media").offering());
            line.renegotiate("pbx", "media");
            assertEquals(Sdp.fragment(offer), Sdp.fragment(offer("media", line)));
            heardBothWays(line);
        }
    }

    @Test
    void holdStopsTheSoundAndResumeBringsItBack() throws Exception {
        try (Line line = new Line(engine, "hold").connect()) {
            heardBothWays(line);
            String offer = offer("pbx", line);
            String answer = answer("media", line, offer.replace("a=sendrecv", "a=inactive"));
            assertTrue(answer.contains("a=inactive"), answer);
            accept("pbx", line, answer);
            int heard = 0;
            while (hears(line, "media", 500)) { // an answer is told before it is applied
                assertTrue(++heard < 60, "it is not held");
            }
            line.atPbx.hear(Sound::isSilent);
            line.renegotiate("media", "pbx");
            assertTrue(hears(line, "media", 30_000));
            heardBothWays(line);
        }
    }

    @Test
    void theFarOfferWinsOverAnOpenOwnOne() throws Exception {
        try (Line line = new Line(engine, "glare")) {
            String own = offer("pbx", line);
            String offer = offer("media", line);
            String answer = answer("pbx", line, offer);
            assertNotEquals(Sdp.fragment(own), Sdp.fragment(answer));
            assertFalse(line.session("pbx").offering());
            line.trickle();
            accept("media", line, answer);
            heardBothWays(line.connected());
            for (LocalCandidate candidate : line.session("pbx").candidates()) {
                assertTrue(candidate.line().contains(" ufrag " + Sdp.fragment(answer) + " "), candidate.line());
            }
        }
    }

    @Test
    void glareInACallThatIsUpIsResolvedToo() throws Exception {
        try (Line line = new Line(engine, "late glare").connect()) {
            offer("pbx", line);
            line.renegotiate("media", "pbx");
            line.renegotiate("pbx", "media");
            heardBothWays(line);
        }
    }

    @Test
    void anAnswerThatLeavesTheRoleOpenIsTakenAsPassive() throws Exception {
        try (Line line = new Line(engine, "actpass")) {
            String offer = offer("media", line);
            String answer = answer("pbx", line, offer.replace("a=setup:actpass", "a=setup:active"));
            assertTrue(answer.contains("a=setup:passive"), answer);
            line.trickle();
            accept("media", line, answer.replace("a=setup:passive", "a=setup:actpass"));
            heardBothWays(line.connected());
        }
    }

    @Test
    void sectionsNeedNoNames() throws Exception {
        try (Line line = new Line(engine, "nameless")) {
            String answer = answer("pbx", line, withoutNames(offer("media", line)));
            line.trickle();
            accept("media", line, withoutNames(answer));
            heardBothWays(line.connected());
        }
    }

    @Test
    void candidatesMayComeBeforeTheAnswerAndUnusableOnesAreDropped() throws Exception {
        try (Line line = new Line(engine, "early")) {
            String answer = answer("pbx", line, offer("media", line));
            Until.session(
                    engine, "pbx", line.id, session -> session.candidates().size() >= 2);
            for (LocalCandidate candidate : line.session("pbx").candidates()) {
                add(line, candidate.line(), "a name nobody knows", 0);
            }
            add(line, "complete nonsense", "0", 0);
            add(line, "", "", -7);
            accept("media", line, answer);
            add(line, "candidate:nonsense again", "0", 0);
            heardBothWays(line.connected());
        }
    }

    /** It is applied at once: a trial would keep the first sound waiting, and nobody would miss the session. */
    @Test
    void aBadFirstAnswerIsRefused() throws Exception {
        for (Damage damage : Damage.values()) {
            try (Line line = new Line(engine, "bad answer " + damage)) {
                String answer = answer("pbx", line, offer("media", line));
                assertEquals(Reason.INVALID, reason(engine.accept("media", line.id, damage.to(answer))), damage.name());
            }
        }
    }

    @Test
    void afterOneThatIsRefusedByReadingAGoodOneIsStillTaken() throws Exception {
        try (Line line = new Line(engine, "bad answers")) {
            String answer = answer("pbx", line, offer("media", line));
            for (Damage damage : Damage.READABLE) {
                assertEquals(Reason.INVALID, reason(engine.accept("media", line.id, damage.to(answer))), damage.name());
                assertTrue(line.session("media").offering());
            }
            line.trickle();
            accept("media", line, answer);
            heardBothWays(line.connected());
        }
    }

    @Test
    void badDescriptionsAreRefusedAndTheCallGoesOn() throws Exception {
        try (Line line = new Line(engine, "bad offers").connect()) {
            String offer = offer("media", line);
            for (Damage damage : Damage.values()) {
                assertEquals(Reason.INVALID, reason(engine.answer("pbx", line.id, damage.to(offer))), damage.name());
            }
            heardBothWays(line);
            String answer = answer("pbx", line, offer);
            for (Damage damage : Damage.values()) {
                assertEquals(Reason.INVALID, reason(engine.accept("media", line.id, damage.to(answer))), damage.name());
            }
            heardBothWays(line);
            accept("media", line, answer);
            heardBothWays(line);
        }
    }

    @Test
    void anOpenOfferSurvivesABadOneOfTheFarEnd() throws Exception {
        try (Line line = new Line(engine, "survivor")) {
            String own = offer("media", line);
            for (Damage damage : Damage.values()) {
                CompletableFuture<String> bad = engine.answer("media", line.id, damage.to(own));
                assertEquals(Reason.INVALID, reason(bad), damage.name());
            }
            assertEquals(own, offer("media", line));
            String answer = answer("pbx", line, own);
            line.trickle();
            accept("media", line, answer);
            heardBothWays(line.connected());
        }
    }

    @Test
    void anOpenOfferInACallSurvivesAnOfferThatDoesNotFitTheCall() throws Exception {
        try (Line line = new Line(engine, "misfit").connect()) {
            String own = offer("media", line);
            assertEquals(Reason.INVALID, reason(engine.answer("media", line.id, renamed(own))));
            assertEquals(own, offer("media", line));
            accept("media", line, answer("pbx", line, own));
            heardBothWays(line);
        }
    }

    /** A good description for itself, but of another section than the call's. */
    private static String renamed(String sdp) {
        return sdp.replace("BUNDLE 0", "BUNDLE x").replace("a=mid:0", "a=mid:x");
    }

    @Test
    void theFirstDescriptionMustBeGoodForASessionToBe() throws Exception {
        assertEquals(Reason.INVALID, reason(engine.answer("media", "first", "nonsense")));
        assertTrue(engine.sessions("media").stream()
                .noneMatch(session -> session.id().equals("first")));
        CompletableFuture<String> bad = engine.answer("media", "first", "nonsense");
        CompletableFuture<String> good = engine.offer("media", "first");
        assertEquals(Reason.INVALID, reason(bad));
        good.get(30, TimeUnit.SECONDS);
        assertTrue(engine.sessions("media").stream()
                .anyMatch(session -> session.id().equals("first")));
    }

    private static void heardBothWays(Line line) throws Exception {
        line.play("media", new Tone(440));
        line.play("pbx", new Tone(620));
        line.atPbx.hear(sound -> sound.has(440) && sound.lacks(620));
        line.atMedia.hear(sound -> sound.has(620) && sound.lacks(440));
    }

    /** A call that receives calls its sinks 100 times a second, silent or not; one that is held does not. */
    private static boolean hears(Line line, String owner, int ms) throws Exception {
        CountDownLatch frames = new CountDownLatch(10);
        Registration sink = engine.sink(owner, line.id, (samples, rate) -> frames.countDown());
        try {
            return frames.await(ms, TimeUnit.MILLISECONDS);
        } finally {
            sink.close();
        }
    }

    private static String withoutNames(String sdp) {
        return sdp.replaceAll("a=(mid|group):[^\\r]*\\r\\n", "");
    }

    private static String offer(String owner, Line line) throws Exception {
        return engine.offer(owner, line.id).get(30, TimeUnit.SECONDS);
    }

    private static String answer(String owner, Line line, String offer) throws Exception {
        return engine.answer(owner, line.id, offer).get(30, TimeUnit.SECONDS);
    }

    private static void accept(String owner, Line line, String answer) throws Exception {
        engine.accept(owner, line.id, answer).get(30, TimeUnit.SECONDS);
    }

    private static void add(Line line, String candidate, String mid, int index) throws Exception {
        engine.candidate("media", line.id, candidate, mid, index).get(30, TimeUnit.SECONDS);
    }
}
