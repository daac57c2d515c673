package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.Message;

/**
 * A PBX that has gone mad, through a real socket: 5,000 frames, or 100,000 with {@code -Dpbx.full=true}. The seed is fixed, so
 * that a failure can be repeated.
 */
class FuzzTest {
    private static final int FRAMES = Boolean.getBoolean("pbx.full") ? 100_000 : 5_000;
    private static final int SEED = 20_260_101;
    private static final byte[] BAD_UTF8 = {'"', (byte) 0xc3, (byte) 0x28, '"'};

    private final Random random = new Random(SEED);
    private final List<String> golden;

    FuzzTest() throws IOException {
        golden = GoldenFramesTest.frames().map(GoldenFramesTest.Golden::frame).toList();
    }

    private enum Kind {
        CUT,
        FLIPPED,
        WRONG_TYPES,
        DOUBLED,
        DEEP,
        HUGE_TEXT,
        HUGE_NUMBER,
        NO_OBJECT,
        TOO_LONG,
        BINARY,
        FRAGMENTED,
        SURROGATES,
        UNTOUCHED
    }

    @Test
    void noFrameHarmsTheTransportOrItsSocket() throws Exception {
        AtomicReference<Throwable> escaped = new AtomicReference<>();
        Thread.UncaughtExceptionHandler former = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> escaped.set(e));
        AtomicInteger told = new AtomicInteger();
        try (TestPbx pbx = new TestPbx();
                Desk desk = new Desk("none")) {
            desk.board.listen((account, message) -> told.incrementAndGet(), "counter", Set.of("*"));
            VodiaConnection connection = desk.connect("a", Desk.settings(pbx.port()));
            TestPbx.Wire wire = desk.register(pbx);
            Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
            fire(wire, FRAMES / 10, counts);
            long before = used();
            fire(wire, FRAMES - FRAMES / 10, counts);
            long grown = used() - before;
            System.out.println("fuzz: seed " + SEED + ", " + FRAMES + " frames " + counts + ", told " + told
                    + ", heap grew by " + grown / 1024 + " KiB");
            assertNull(wire.closed.peek(), "RFC 6455 demands no end for any of these");
            assertEquals(ConnectionState.REGISTERED, connection.status().state());
            for (int i = 0; i < 2_000 && told.get() <= FRAMES / 20; i++) { // on a thread of its own
                TimeUnit.MILLISECONDS.sleep(10);
            }
            assertTrue(told.get() > FRAMES / 20, "what is a JSON object is told: " + told);
            assertTrue(grown < 30L << 20, "the heap grew by " + grown + " bytes");
            wire.texts.clear();
            connection
                    .send(Message.of("avoid-disconnect"))
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            String heard = wire.hear();
            while (heard != null && !heard.contains("avoid-disconnect")) { // it may ask for the picture once more
                heard = wire.hear();
            }
            assertEquals("{\"action\":\"avoid-disconnect\"}", heard, "still on speaking terms");
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(former);
        }
        assertNull(escaped.get(), () -> "escaped: " + escaped.get());
    }

    @Test
    void whereTheStandardDemandsAnEndThereIsOneAndTheWayBack() throws Exception {
        try (TestPbx pbx = new TestPbx();
                Desk desk = new Desk()) {
            desk.connect("a", Desk.settings(pbx.port()));
            int rounds = Boolean.getBoolean("pbx.full") ? 40 : 4;
            for (int i = 0; i < rounds; i++) {
                TestPbx.Wire wire = desk.register(pbx);
                if (i % 2 == 0) {
                    wire.send(TestPbx.Wire.TEXT, BAD_UTF8);
                    assertEquals(1007, wire.closed.poll(30, TimeUnit.SECONDS), "RFC 6455, 8.1");
                } else {
                    wire.fragment(0x80 | 3, new byte[0], 0);
                    assertEquals(1002, wire.closed.poll(30, TimeUnit.SECONDS), "RFC 6455, 5.2: a reserved opcode");
                }
            }
            assertNotNull(desk.register(pbx));
        }
    }

    private void fire(TestPbx.Wire wire, int frames, Map<Kind, Integer> counts) throws Exception {
        for (int i = 0; i < frames; i++) {
            // the big ones now and then, or they would be all that is tested
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            boolean big = kind == Kind.TOO_LONG || kind == Kind.HUGE_TEXT;
            kind = big && random.nextInt(100) > 0 ? Kind.CUT : kind;
            counts.merge(kind, 1, Integer::sum);
            send(wire, kind, golden.get(random.nextInt(golden.size())));
            wire.texts.clear();
            if (i % 200 == 199) {
                assertTrue(wire.alive("sign " + i), "the socket is read on; lost after frame " + i);
            }
        }
        assertTrue(wire.alive("end"), "the socket is read on");
    }

    private void send(TestPbx.Wire wire, Kind kind, String frame) throws IOException {
        switch (kind) {
            case CUT -> wire.text(frame.substring(0, random.nextInt(frame.length())));
            case FLIPPED -> wire.text(flipped(frame));
            case WRONG_TYPES -> wire.text(wrong(frame));
            case DOUBLED -> wire.text(frame + frame);
            case DEEP -> wire.text(deep(20 + random.nextInt(2_000)));
            case HUGE_TEXT -> wire.text("{\"action\":\"chat\",\"message\":\"" + "x".repeat((2 << 20) + 1) + "\"}");
            case HUGE_NUMBER ->
                wire.text("{\"action\":\"sip-register\",\"expires\":" + (random.nextBoolean() ? "-" : "")
                        + "9".repeat(1 + random.nextInt(300)) + (random.nextBoolean() ? "e99999" : "") + "}");
            case NO_OBJECT ->
                wire.text(List.of("", " ", "null", "[]", "1", "\"x\"", "{}", "true", "{", "\u0000", "{\"action\":null}")
                        .get(random.nextInt(11)));
            case TOO_LONG -> tooLong(wire);
            case BINARY -> wire.send(TestPbx.Wire.BINARY, frame.getBytes(StandardCharsets.UTF_8));
            case FRAGMENTED -> fragmented(wire, frame.getBytes(StandardCharsets.UTF_8));
            case SURROGATES -> wire.text("{\"action\":\"chat\",\"message\":\"\\ud800 \\udfff \u202e\"}");
            case UNTOUCHED -> wire.text(frame);
        }
    }

    private String flipped(String frame) {
        char[] text = frame.toCharArray();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            text[random.nextInt(text.length)] = (char) (1 + random.nextInt(0x2ff));
        }
        return new String(text);
    }

    /** Texts where numbers belong, objects where texts belong, and so on. */
    private String wrong(String frame) {
        String[] others = {"{}", "[]", "null", "-1", "1e400", "true", "[[{}]]", "{\"a\":[null]}", "\"\""};
        String other = others[random.nextInt(others.length)];
        return frame.replaceFirst(":(\"[^\"]*\"|[0-9.]+|true|false)", ":" + other)
                .replaceAll(random.nextBoolean() ? "\\[\\]" : "\\{\\}", others[random.nextInt(others.length)]);
    }

    private static String deep(int levels) {
        return "{\"action\":\"call-state\",\"calls\":" + "[".repeat(levels) + "]".repeat(levels) + "}";
    }

    /** Longer than any text that is handed on, in pieces that never end. */
    private static void tooLong(TestPbx.Wire wire) throws IOException {
        byte[] piece = new byte[1 << 20];
        Arrays.fill(piece, (byte) 'x');
        wire.fragment(TestPbx.Wire.TEXT, piece, piece.length);
        for (int i = 0; i < 9; i++) {
            wire.fragment(0, piece, piece.length);
        }
        wire.fragment(0x80, piece, 1);
    }

    private void fragmented(TestPbx.Wire wire, byte[] frame) throws IOException {
        int cut = random.nextInt(frame.length);
        wire.fragment(TestPbx.Wire.TEXT, frame, cut);
        wire.send(TestPbx.Wire.PING, new byte[0]);
        wire.fragment(0x80, Arrays.copyOfRange(frame, cut, frame.length), frame.length - cut);
    }

    /** What is left when everything that can go has gone. */
    private static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(50);
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}
