package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import pbx.api.call.Call;

/** The instrument of the hot-swap tests: a call that is left alone is green, 40 ms that are missing are red. */
@EnabledIfEnvironmentVariable(
        named = "PBX_SWAP",
        matches = "true",
        disabledReason = "wants a quiet machine and minutes")
class SwapMeasureTest {
    private static Office office;
    private static Call call;

    @BeforeAll
    static void open() throws Exception {
        office = new Office();
        call = office.talk(office.account("45"), "601");
    }

    private static SwapTalk talk() throws Exception {
        return new SwapTalk(SwapEnd.here(office.engine(), call), SwapEnd.there(office.engine()))
                .speaking()
                .settled();
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    private static short[] code(int frames) {
        SwapCode code = new SwapCode(SwapCode.THERE);
        short[] samples = new short[frames * SwapCode.FRAME];
        short[] frame = new short[SwapCode.FRAME];
        for (int i = 0; i < frames; i++) {
            code.fill(frame);
            System.arraycopy(frame, 0, samples, i * SwapCode.FRAME, SwapCode.FRAME);
        }
        return samples;
    }

    private static SwapDecoder.Damage read(short[] samples) {
        return new SwapDecoder(SwapCode.THERE).read(samples);
    }

    private static short[] without(short[] samples, int from, int to) {
        short[] rest = new short[samples.length - (to - from)];
        System.arraycopy(samples, 0, rest, 0, from);
        System.arraycopy(samples, to, rest, from, samples.length - to);
        return rest;
    }

    @Test
    void theDecoderCountsWhatIsMissingRepeatedAndSilent() {
        short[] whole = code(100);
        assertEquals(new SwapDecoder.Damage(100, 0, 0, 0), read(whole));
        for (int frames = 1; frames < SwapCode.PITCHES - 1; frames++) {
            int to = (50 + frames) * SwapCode.FRAME;
            assertEquals(frames, read(without(whole, 50 * SwapCode.FRAME, to)).lost(), "frames taken out");
        }
        short[] twice = new short[whole.length + SwapCode.FRAME];
        System.arraycopy(whole, 0, twice, 0, 51 * SwapCode.FRAME);
        System.arraycopy(whole, 50 * SwapCode.FRAME, twice, 51 * SwapCode.FRAME, 50 * SwapCode.FRAME);
        assertEquals(1, read(twice).repeated());
        Arrays.fill(whole, 40 * SwapCode.FRAME, 44 * SwapCode.FRAME, (short) 0);
        assertTrue(read(whole).silent() >= 3, read(whole)::toString);
    }

    /** As they were heard in 250 stops and starts of pbx.media, each a frame of silence: the ear said 11 lost for some. */
    @Test
    void aFrameOfSilenceThatTheCodecFillsIsSilenceAndNotALoss() {
        assertEquals(new SwapDecoder.Damage(4, 0, 0, 1), SwapDecoder.read("10x4 11x4 6x2 1x1 0x5 1x4"));
        assertEquals(new SwapDecoder.Damage(5, 0, 0, 1), SwapDecoder.read("7x4 8x4 9x7 5x1 10x4 11x4"));
        assertTrue(SwapDecoder.read("10x4 11x4 6x2 1x1 1x4 2x4").lost() > 0, "0 is missing");
        assertEquals(11, SwapDecoder.read("10x4 11x4 6x3 1x1 0x4 1x4").lost(), "too long for what rings on");
        assertEquals(1, SwapDecoder.read("7x4 8x4 9x8 10x4 11x4").repeated(), "9 came twice");
    }

    @Test
    void whatTheCodecSmearsOverSilenceIsNotARepetitionButMoreIs() {
        short[] whole = code(100);
        Arrays.fill(whole, 40 * SwapCode.FRAME, 44 * SwapCode.FRAME, (short) 0);
        System.arraycopy(whole, 44 * SwapCode.FRAME, whole, 43 * SwapCode.FRAME, SwapCode.FRAME);
        assertEquals(0, read(whole).repeated(), read(whole)::toString);
        assertEquals(4, read(whole).lost(), read(whole)::toString);
        System.arraycopy(whole, 47 * SwapCode.FRAME, whole, 40 * SwapCode.FRAME, SwapCode.FRAME / 2); // it rings on
        assertEquals(new SwapDecoder.Damage(95, 4, 0, 2), read(whole), read(whole)::toString);
        System.arraycopy(whole, 47 * SwapCode.FRAME, whole, 40 * SwapCode.FRAME, SwapCode.FRAME);
        assertTrue(read(whole).lost() > 4, read(whole)::toString);
        System.arraycopy(whole, 44 * SwapCode.FRAME, whole, 42 * SwapCode.FRAME, SwapCode.FRAME);
        assertTrue(read(whole).repeated() >= 1, read(whole)::toString);
    }

    @Test
    void whatRingsOnAfterADipIsNotARepetitionButAWholeFrameMoreIs() {
        int from = 40 * SwapCode.FRAME;
        short[] whole = code(100);
        Arrays.fill(whole, from, 46 * SwapCode.FRAME, (short) 0);
        System.arraycopy(whole, from - SwapCode.FRAME, whole, from + SwapCode.FRAME, 3 * SwapCode.FRAME / 4);
        assertEquals(0, read(whole).repeated(), read(whole)::toString);
        assertEquals(6, read(whole).lost(), read(whole)::toString);
        System.arraycopy(whole, from - SwapCode.FRAME, whole, from + 7 * SwapCode.FRAME / 4, SwapCode.FRAME);
        assertEquals(1, read(whole).repeated(), read(whole)::toString);
    }

    @Test
    void aCallThatIsLeftAloneIsGreen() throws Exception {
        try (SwapTalk talk = talk()) {
            SwapSound sound = talk.quietly(SwapSound::whole, () -> talk.hear(150));
            assertTrue(sound.here().good() > 150, sound::toString);
            assertTrue(sound.there().good() > 150, sound::toString);
        }
    }

    @Test
    void aStallOf40MsIsRed() throws Exception {
        try (SwapTalk talk = talk()) {
            SwapSound sound = talk.during(() -> {
                talk.stall(40);
                talk.hear(50);
            });
            assertTrue(!sound.wholeHere(), sound::toString);
            assertTrue(sound.gap() >= 40, sound::toString);
        }
    }
}
