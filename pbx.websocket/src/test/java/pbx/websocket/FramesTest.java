package pbx.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pbx.api.socket.WebSockets.Receiver;

class FramesTest {
    private final Frames frames = new Frames();
    private final List<String> told = new ArrayList<>();

    private final Receiver receiver = new Receiver() {
        @Override
        public void text(String frame) {
            told.add(frame);
        }

        @Override
        public void closed(int code, String reason) {
            told.add(code + " " + reason);
        }
    };

    @Test
    void whatComesAfterTheEndIsNotTold() {
        frames.attach(receiver);
        frames.text("1");
        frames.closed(1007, "no UTF-8");
        frames.text("2");
        frames.closed(1006, "once more");
        assertEquals(List.of("1", "1007 no UTF-8"), told);
    }

    @Test
    void norIsItKept() {
        frames.text("1");
        frames.closed(1007, "no UTF-8");
        for (int i = 0; i < 20_000; i++) {
            assertTrue(frames.text("2"), "there is no bound to what is not kept");
        }
        frames.attach(receiver);
        assertEquals(List.of("1", "1007 no UTF-8"), told);
    }

    @Test
    void nothingIsKeptForNobody() {
        frames.text("1");
        frames.silence();
        for (int i = 0; i < 20_000; i++) {
            assertTrue(frames.text("2"), "there is no bound to what is not kept");
        }
        frames.attach(receiver);
        assertEquals(List.of(), told);
    }
}
