package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pbx.api.connection.Message;

class MaskTest {
    private final Json json = new Json();
    private final Mask mask = new Mask(false);

    @Test
    void noNumberNameOrSecretOfTheGoldenFramesIsLeft() throws IOException {
        for (GoldenFramesTest.Golden golden : GoldenFramesTest.frames().toList()) {
            String masked = masked(mask, golden.frame());
            for (String secret : List.of(
                    "15555550199",
                    "5555550199",
                    "Alice",
                    "Bob",
                    "Eve",
                    "Support",
                    "\"501\"",
                    "sip:50",
                    "\"502\"",
                    "v=0",
                    "198.51.100.7",
                    "203.0.113.9",
                    "hello")) {
                assertFalse(masked.contains(secret), () -> secret + " is left in " + masked);
            }
            assertEquals(
                    json.message(golden.frame()).orElseThrow().kind(),
                    json.message(masked).orElseThrow().kind(),
                    "it stays the same kind of message");
        }
    }

    @Test
    void theSameNumberIsTheSameOtherNumberEverywhere() {
        Map<String, Object> first = mask.masked(Map.of("account", "501", "from", "\"Bob\" <sip:501@tenant.example>"));
        Map<String, Object> second = mask.masked(Map.of("account", 501, "name", "Bob", "other", "502"));
        String number = Message.text(first, "account");
        assertNotEquals("501", number);
        assertEquals(3, number.length());
        assertEquals(number, Message.text(second, "account"));
        assertEquals(
                "\"" + Message.text(second, "name") + "\" <sip:" + number + "@tenant.example>",
                Message.text(first, "from"));
        assertNotEquals(number, Message.text(second, "other"));
    }

    @Test
    void manyShortNumbersStayDifferent() {
        long different = IntStream.range(10, 100)
                .mapToObj(i -> Message.text(mask.masked(Map.of("account", "" + i)), "account"))
                .distinct()
                .count();
        assertEquals(90, different);
    }

    @Test
    void whatHasAMeaningForTheWireStays() {
        String frame = "{\"action\":\"call-state\",\"calls\":[{\"id\":\"9f1c22ab@app\",\"state\":\"connected\","
                + "\"start\":1767225600.25,\"connect\":\"1767225604.10\",\"rec\":\"adhoc\"}]}";
        assertEquals(json.value(frame), json.value(masked(mask, frame)));
    }

    @Test
    void fullKeepsEverythingButSecretsAndMedia() {
        assertEquals(
                "{\"from\":\"501\",\"sdp\":\"(masked)\",\"password\":\"(masked)\",\"name\":\"Bob\"}",
                masked(new Mask(true), "{\"from\":\"501\",\"sdp\":\"v=0\",\"password\":\"x\",\"name\":\"Bob\"}"));
    }

    private String masked(Mask by, String frame) {
        return json.text(by.masked(json.message(frame).orElseThrow().fields()));
    }
}
