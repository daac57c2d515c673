package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pbx.webrtc.engine.Refusal.reason;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pbx.webrtc.AudioEngine.EngineException.Reason;
import pbx.webrtc.Ear;

/** Digits, heard by their two tones at the far end. */
class DtmfTest {
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
    void digitsArriveInOrderAndASecondPressDoesNotCutTheFirstShort() throws Exception {
        try (Line line = new Line(engine, "digits").connect()) {
            DigitEar ear = new DigitEar();
            engine.sink("pbx", line.id, ear);
            Ear silence = new Ear();
            engine.sink("pbx", "digits", silence);
            silence.hear(sound -> sound.isSilent());
            engine.press("media", "digits", "15", 200, 200).get(30, TimeUnit.SECONDS);
            engine.press("media", "digits", "9#D", 200, 200).get(30, TimeUnit.SECONDS);
            assertEquals("159#D", ear.digits(5));
        }
    }

    @Test
    void wrongDigitsAndWrongTimesAreRefused() throws Exception {
        try (Line line = new Line(engine, "refused").connect()) {
            for (String digits : new String[] {"", "x", "1 2", "a", "１"}) {
                assertEquals(Reason.INVALID, reason(engine.press("media", line.id, digits, 100, 50)), digits);
            }
            assertEquals(Reason.INVALID, reason(engine.press("media", "refused", "1", 39, 50)));
            assertEquals(Reason.INVALID, reason(engine.press("media", "refused", "1", 100, 29)));
            assertEquals(Reason.INVALID, reason(engine.press("media", "refused", "1", 6001, 50)));
        }
    }

    @Test
    void digitsNeedAConnection() throws Exception {
        engine.offer("media", "early").get(30, TimeUnit.SECONDS);
        assertEquals(Reason.WRONG_STATE, reason(engine.press("media", "early", "1", 100, 50)));
        assertEquals(Reason.UNKNOWN, reason(engine.press("media", "nobody", "1", 100, 50)));
    }
}
