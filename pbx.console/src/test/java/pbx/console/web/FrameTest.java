package pbx.console.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameTest {
    @Test
    void anEventHasAName() {
        assertEquals("event: calls\ndata: <tr></tr>\n\n", text(Frame.event("calls", "<tr></tr>")));
    }

    @Test
    void aLineBreakInTheDataBeginsNoOtherField() {
        assertEquals(
                "event: calls\ndata: a\ndata: event: evil\ndata: data: b\ndata: \ndata: c\n\n",
                text(Frame.event("calls", "a\r\nevent: evil\rdata: b\n\nc")));
    }

    private static String text(byte[] frame) {
        return new String(frame, StandardCharsets.UTF_8);
    }
}
