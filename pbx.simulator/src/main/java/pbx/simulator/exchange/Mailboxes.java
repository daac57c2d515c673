package pbx.simulator.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pbx.simulator.wire.UnknownShapes;

/** The voice messages of everybody. Whoever owns them is told when they change. */
final class Mailboxes {
    private static final int MOST = 50;

    private final Map<Account, List<VoiceMessage>> boxes = new HashMap<>();

    /** All messages of the account, the oldest first. */
    List<VoiceMessage> of(Account account) {
        return boxes.getOrDefault(account, List.of());
    }

    Optional<VoiceMessage> find(Account account, String id) {
        return of(account).stream().filter(message -> message.id().equals(id)).findFirst();
    }

    int fresh(Account account) {
        return (int) of(account).stream().filter(message -> !message.read()).count();
    }

    /** The oldest is lost when there are too many. */
    void add(Account account, VoiceMessage message) {
        List<VoiceMessage> box = boxes.computeIfAbsent(account, key -> new ArrayList<>());
        if (box.size() == MOST) {
            box.remove(0);
        }
        box.add(message);
        tell(account);
    }

    void read(Account account, String id) {
        List<VoiceMessage> box = boxes.getOrDefault(account, new ArrayList<>());
        box.replaceAll(message -> message.id().equals(id) ? message.asRead() : message);
        tell(account);
    }

    /** Whether there was one. */
    boolean delete(Account account, String id) {
        boolean gone = boxes.getOrDefault(account, new ArrayList<>())
                .removeIf(message -> message.id().equals(id));
        if (gone) {
            tell(account);
        }
        return gone;
    }

    private static void tell(Account account) {
        String frame = UnknownShapes.userChange(account.number()).toString();
        account.phones().forEach(phone -> phone.send(frame));
    }
}
