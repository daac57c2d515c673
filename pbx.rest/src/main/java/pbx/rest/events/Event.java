package pbx.rest.events;

import java.nio.charset.StandardCharsets;

/**
 * One event, ready to be sent (HTML standard, section 9.2).
 *
 * @param number counts the events since the start
 * @param kind {@code call}, {@code account} or {@code presence}
 * @param data JSON on one line
 */
record Event(long number, String kind, String data) {
    /** @param run tells this start of the platform from others */
    byte[] frame(String run) {
        return frame(run, number, kind, data);
    }

    static byte[] frame(String run, long number, String kind, String data) {
        return ("id: " + run + "-" + number + "\nevent: " + kind + "\ndata: " + data + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
