package pbx.simulator.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pbx.simulator.wire.AccountRow;

/** How accounts look, as they were shown last; a large tenant is written once, in pieces, and sent to many. */
final class AccountView {
    private static final int PIECE = 100;

    private final List<Account> accounts;
    private final Facilities facilities;
    private final Map<Account, Integer> places = new HashMap<>();
    private final Map<Account, AccountRow> rows = new HashMap<>();
    private final Map<Integer, String> pieces = new TreeMap<>();

    AccountView(Tenant tenant, Facilities facilities) {
        this.accounts = List.copyOf(tenant.accounts());
        this.facilities = facilities;
        accounts.forEach(account -> {
            places.put(account, places.size());
            rows.put(account, row(account));
        });
    }

    /** The row as it is now; it counts as shown. */
    AccountRow take(Account account) {
        AccountRow row = row(account);
        if (!row.equals(rows.put(account, row))) {
            pieces.remove(places.get(account) / PIECE);
        }
        return row;
    }

    /** The row that was shown last. */
    AccountRow shown(Account account) {
        return rows.get(account);
    }

    /** All rows as a JSON array. */
    String all() {
        StringJoiner text = new StringJoiner(",", "[", "]");
        for (int piece = 0; piece * PIECE < accounts.size(); piece++) {
            text.add(pieces.computeIfAbsent(piece, this::write));
        }
        facilities.shown().forEach(facility -> text.add(facility.row().json().toString()));
        return text.toString();
    }

    private String write(int piece) {
        int first = piece * PIECE;
        return accounts.subList(first, Math.min(first + PIECE, accounts.size())).stream()
                .map(account -> rows.get(account).json().toString())
                .collect(Collectors.joining(","));
    }

    static AccountRow row(Account account) {
        return new AccountRow(
                account.party(),
                account.deskPhone() || !account.registered().isEmpty(),
                account.dnd(),
                account.online() || account.deskPhone(),
                account.devices().stream().anyMatch(AccountView::offHook),
                account.calls().stream().map(call -> CallView.of(call, account)).toList());
    }

    private static boolean offHook(Device device) {
        return device.call().filter(call -> !call.ringing().contains(device)).isPresent();
    }
}
