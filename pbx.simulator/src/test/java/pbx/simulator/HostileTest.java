package pbx.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostileTest {
    private static final long SEED = 20260101;
    private static final int FRAMES = Boolean.getBoolean("pbx.full") ? 100_000 : 2_000;
    private static final List<String> SEEDS = List.of(
            "{\"action\":\"sdp-packet\",\"to\":\"601\",\"callid\":\"x\",\"sdp\":{\"type\":\"offer\",\"sdp\":\"v=0\"}}",
            "{\"action\":\"sdp-packet\",\"to\":\"47\",\"callid\":\"y\",\"sdp\":\"v=0\"}",
            "{\"action\":\"sdp-packet\",\"to\":\"620\",\"callid\":\"q\",\"sdp\":\"v=0\"}",
            "{\"action\":\"sdp-packet\",\"to\":\"630\",\"callid\":\"r\",\"sdp\":\"v=0\"}",
            "{\"action\":\"sdp-packet\",\"to\":\"606\",\"callid\":\"d\",\"sdp\":\"v=0\"}",
            "{\"action\":\"sdp-packet\",\"to\":\"*85700\",\"callid\":\"p\",\"sdp\":\"v=0\"}",
            "{\"action\":\"sdp-packet\",\"to\":\"*86700\",\"callid\":\"f\",\"sdp\":\"v=0\"}",
            "{\"action\":\"sdp-packet\",\"to\":\"*8747\",\"callid\":\"u\",\"sdp\":\"v=0\"}",
            "{\"action\":\"sdp-200ok\",\"callid\":\"y\",\"cseq\":1,\"sdp\":{\"sdp\":\"v=0\"}}",
            "{\"action\":\"sip-bye\",\"callid\":\"x\",\"caller\":\"true\"}",
            "{\"action\":\"sip-busy\",\"callid\":\"y\",\"code\":486}",
            "{\"action\":\"wrtc-hold\",\"callid\":\"x\",\"holdcmd\":\"sendonly\"}",
            "{\"action\":\"blind-transfer2\",\"id\":\"x\",\"from\":\"46\",\"to\":\"700\"}",
            "{\"action\":\"blind-transfer\",\"id\":\"q\",\"from\":\"46\",\"to\":\"47\"}",
            "{\"action\":\"att-transfer\",\"id\":\"x\",\"from\":\"46\",\"id2\":\"r\",\"to\":\"600\"}",
            "{\"action\":\"rec-call\",\"id\":\"x\",\"startstop\":\"on\"}",
            "{\"action\":\"make-call\",\"to\":\"47\"}",
            "{\"action\":\"hold-call\",\"id\":\"x\"}",
            "{\"action\":\"clear-call\",\"id\":\"d\",\"connected\":\"true\"}",
            "{\"action\":\"chat\",\"src\":\"46\",\"dest\":\"45\",\"message\":\"hi\"}",
            "{\"action\":\"ice-candidate\",\"callid\":\"x\",\"candidate\":{\"candidate\":\"c\",\"sdpMLineIndex\":0}}",
            "{\"action\":\"own-calls\",\"subscribe\":true}",
            "{\"action\":\"domain-calls\",\"subscribe\":true}",
            "{\"action\":\"orbit-calls\",\"subscribe\":true}",
            "{\"action\":\"sip-register\",\"useragent\":\"z\"}",
            "{\"action\":\"blf\",\"add\":[\"40\",\"41\"],\"remove\":[\"40\"]}");
    private static final List<String> SPICE = List.of(
            "null",
            "[]",
            "{}",
            "-1",
            "1e999",
            "\"\\u0000\"",
            "true",
            ",",
            "\"",
            "[[[[",
            "{\"a\":",
            "601",
            "\uD83D\uDE00");

    private final Bench bench = new Bench();

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void mutatedFramesHarmNobodyElse() throws Exception {
        Client good = bench.phone("45");
        good.dial("good@app", "601");
        good.call("connected");
        Random random = new Random(SEED);
        Client bad = bench.client("46");
        for (int i = 0; i < FRAMES; i++) {
            bad.send(mutate(SEEDS.get(random.nextInt(SEEDS.size())), random));
        }
        bad.send("{\"action\":\"blf\",\"add\":[\"59\"]}");
        bad.await(
                "the last",
                frame -> frame.path("action").asText().equals("blf")
                        && frame.path("extension").asText().equals("59"));
        bad.close();
        bad.closed.get(20, TimeUnit.SECONDS);

        good.about("wrtc-hold", "good@app", ",\"holdcmd\":\"sendonly\"");
        good.await("holding", frame -> frame.toString().contains("\"holding\""));
        good.about("sip-bye", "good@app", "");
        assertEquals("good@app", good.action("bye-response").get("callid").asText());
    }

    @Test
    void whatIsNoFrameIsIgnored() {
        Client bad = bench.client("46");
        for (String text : List.of(
                "",
                "hello",
                "[]",
                "[{\"action\":\"ringtones\"}]",
                "null",
                "42",
                "\"action\"",
                "{\"action\":{}}",
                "{\"action\":null}",
                "{\"action\":\"no-such\"}",
                "{\"bye\":\"true\"}",
                "{".repeat(50_000),
                "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000))) {
            bad.send(text);
        }
        bad.send("{\"action\":\"ringtones\"}");
        bad.flat("ringtones");
    }

    @Test
    void aHugeFrameClosesItsOwnSocketAlone() throws Exception {
        Client good = bench.phone("45");
        Client bad = bench.client("46");
        bad.begin("{\"action\":\"" + "x".repeat(300_000) + "\"}");
        assertEquals(1009, bad.closed.get(20, TimeUnit.SECONDS));
        good.dial("a@app", "601");
        good.call("connected");
    }

    @Test
    void aCrowdOfCallsIsRefused() {
        Client bad = bench.phone("46");
        for (int i = 0; i < 8; i++) {
            bad.dial("c" + i, "604");
        }
        bad.dial("c8", "604");
        assertEquals("c8", bad.flat("bye").get("callid").asText());
    }

    @Test
    void aHugeBodyIsRefused() {
        var answer = bench.ask("PUT", "/rest/system/session", "{\"name\":\"" + "x".repeat(100_000) + "\"}");
        assertTrue(answer.statusCode() == 400, "status " + answer.statusCode());
        assertEquals(20, bench.session("45@localhost").length());
    }

    private static String mutate(String frame, Random random) {
        List<Character> letters =
                new ArrayList<>(frame.chars().mapToObj(letter -> (char) letter).toList());
        StringBuilder text = new StringBuilder(frame);
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, SPICE.get(random.nextInt(SPICE.size())));
                case 2 -> text.setCharAt(at, letters.get(random.nextInt(letters.size())));
                case 3 -> text.setLength(Math.max(1, at));
                default -> text.append(frame, at % frame.length(), frame.length());
            }
            if (text.isEmpty()) {
                return "";
            }
        }
        return new String(text.toString().getBytes(UTF_8), UTF_8);
    }
}
