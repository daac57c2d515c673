package pbx.simulator.exchange;

import java.util.HashMap;
import java.util.Map;
import pbx.simulator.wire.AccountRow;

/** How accounts look, as they were shown last; a large tenant is written once and sent to many. */
final class AccountView {
    private final Tenant tenant;
    private final Facilities facilities;
    private final Map<Account, AccountRow> rows = new HashMap<>();
    private final Map<Account, String> texts = new HashMap<>();
    private String all = "";

    AccountView(Tenant tenant, Facilities facilities) {
        this.tenant = tenant;
        this.facilities = facilities;
    }

    /** The row as it is now; it counts as shown. */
    AccountRow take(Account account) {
        AccountRow row = row(account);
        if (!row.equals(rows.put(account, row))) {
            texts.put(account, row.json().toString());
            all = "";
        }
        return row;
    }

    /** The row that was shown last. */
    AccountRow shown(Account account) {
        AccountRow row = rows.get(account);
        return row == null ? take(account) : row;
    }

    void facilityChanged() {
        all = "";
    }

    /** All rows as a JSON array. */
    String all() {
        if (all.isEmpty()) {
            StringBuilder text = new StringBuilder("[");
            tenant.accounts().forEach(account -> {
                shown(account);
                text.append(texts.get(account)).append(',');
            });
            facilities.shown().forEach(facility -> text.append(facility.row().json())
                    .append(','));
            text.setCharAt(text.length() - 1, ']');
            all = text.toString();
        }
        return all;
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
