package pbx.simulator.exchange;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pbx.simulator.wire.ChatRow;
import pbx.simulator.wire.Frame;
import pbx.simulator.wire.Wire;

/** Instant messages: delivered to the sockets that are open, and kept, as PBXs of 70 do. On the loop's thread. */
final class Chat {
    private static final int LONGEST = 4_000;
    private static final int MOST_LINES = 200;

    private final Tenant tenant;
    private final Map<List<String>, Deque<ChatRow>> kept = new HashMap<>();
    private int count;

    Chat(Tenant tenant) {
        this.tenant = tenant;
    }

    /** {@code chat}. Who wrote it is the socket's extension, whatever the frame says. */
    void say(Phone phone, Frame frame) {
        say(phone.account().number(), frame.text("dest"), frame.words("message", LONGEST));
    }

    /** @return the line's number */
    int say(String from, String to, String text) {
        tenant.account(to).ifPresent(dest -> {
            Deque<ChatRow> lines = kept.computeIfAbsent(pair(from, to), none -> new ArrayDeque<>());
            lines.add(new ChatRow(++count, from, text, Instant.now()));
            if (lines.size() > MOST_LINES) {
                lines.remove();
            }
            String frame = Wire.chat(from, text).toString();
            dest.phones().forEach(each -> each.send(frame));
        });
        return count;
    }

    /** What two extensions have written to each other, the oldest first. */
    List<ChatRow> between(String one, String other) {
        return List.copyOf(kept.getOrDefault(pair(one, other), new ArrayDeque<>()));
    }

    private static List<String> pair(String one, String other) {
        return Stream.of(one, other).sorted().toList();
    }
}
