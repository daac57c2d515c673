package pbx.simulator.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pbx.simulator.wire.HistoryRow;
import pbx.simulator.wire.Party;
import pbx.simulator.wire.UnknownShapes;

/** Past calls of each extension, the newest first. A row is written when the extension's part in a call is over. */
final class History {
    private static final int MOST = 200;

    private final Loop loop;
    private final Map<Account, Deque<HistoryRow>> rows = new HashMap<>();

    History(Loop loop) {
        this.loop = loop;
    }

    List<HistoryRow> of(Account account) {
        return List.copyOf(rows.getOrDefault(account, new ArrayDeque<>()));
    }

    void left(Call call, Device device) {
        Account account = device.account();
        boolean talked =
                call.from() == device || call.to().filter(to -> to == device).isPresent();
        boolean others = account.calls().contains(call);
        boolean takenByOthers = call.to().filter(Device.class::isInstance).isPresent();
        if (account.inside() && (talked || (!others && !takenByOthers))) {
            add(account, row(call, device, talked));
        }
    }

    /** All rows of the account, or the one with the id, count as looked at. */
    void read(Account account, Optional<String> id) {
        Deque<HistoryRow> now = new ArrayDeque<>();
        of(account)
                .forEach(row ->
                        now.add(id.filter(wanted -> !wanted.equals(row.id())).isEmpty() ? row.asRead() : row));
        rows.put(account, now);
        tellMissed(account);
    }

    void delete(Account account, String id) {
        rows.computeIfPresent(account, (key, mine) -> {
            mine.removeIf(row -> row.id().equals(id));
            return mine;
        });
        tellMissed(account);
    }

    private HistoryRow row(Call call, Device device, boolean talked) {
        Party to = talked ? call.to().map(End::party).orElse(call.wanted()) : device.party();
        return new HistoryRow(
                device.callid(),
                call.from().party(),
                to,
                call.start(),
                talked ? call.connect() : Optional.empty(),
                loop.now(),
                call.from() != device,
                call.group(),
                false);
    }

    private void add(Account account, HistoryRow row) {
        Deque<HistoryRow> mine = rows.computeIfAbsent(account, key -> new ArrayDeque<>());
        if (mine.size() == MOST) {
            mine.removeLast();
        }
        mine.addFirst(row);
        if (row.missed()) {
            tellMissed(account);
        }
    }

    private void tellMissed(Account account) {
        int count = (int) of(account).stream().filter(HistoryRow::missed).count();
        String frame = UnknownShapes.missedCalls(count).toString();
        account.phones().forEach(phone -> phone.send(frame));
    }
}
