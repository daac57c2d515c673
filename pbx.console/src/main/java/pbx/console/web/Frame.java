package pbx.console.web;

import java.nio.charset.StandardCharsets;

/** Frames of a server-sent event stream (HTML standard, section 9.2). */
final class Frame {
    private Frame() {}

    /** Each line of the data gets a field of its own: a line break in the data must never begin another field. */
    static byte[] event(String name, String data) {
        StringBuilder frame = new StringBuilder("event: " + name + "\n");
        for (String line : data.split("\\r\\n|\\r|\\n", -1)) {
            frame.append("data: ").append(line).append('\n');
        }
        return bytes(frame.append('\n').toString());
    }

    /** Says nothing; shows that both ends are still there. */
    static byte[] heartbeat() {
        return bytes(":\n\n");
    }

    /** How long the browser waits before it connects again. */
    static byte[] retry(int millis) {
        return bytes("retry: " + millis + "\n\n");
    }

    private static byte[] bytes(String frame) {
        return frame.getBytes(StandardCharsets.UTF_8);
    }
}
