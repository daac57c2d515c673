package pbx.simulator.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pbx.simulator.wire.AccountRow;
import pbx.simulator.wire.CallRow;
import pbx.simulator.wire.UnknownShapes;
import pbx.simulator.wire.Wire;

/** Shows accounts and calls to those who watch. It compares with what was shown last, so nobody need say what has changed. */
final class Board {
    private final Tenant tenant;
    private final List<Call> calls;
    private final Map<Account, AccountRow> shownAccounts = new HashMap<>();
    private final Map<Phone, List<CallRow>> shownCalls = new HashMap<>();

    Board(Tenant tenant, List<Call> calls) {
        this.tenant = tenant;
        this.calls = calls;
        tenant.accounts().forEach(account -> shownAccounts.put(account, row(account)));
    }

    /** Sends every change since the last time, once. */
    void refresh() {
        for (Account account : tenant.accounts()) {
            AccountRow now = row(account);
            AccountRow before = shownAccounts.put(account, now);
            if (!now.equals(before)) {
                tenant.phones().forEach(phone -> phone.send(Wire.userState(now)));
                lamp(account, before, now);
            }
        }
        for (Phone phone : tenant.phones()) {
            if (watches(phone) && !callsFor(phone).equals(shownCalls.get(phone))) {
                showCalls(phone);
            }
        }
    }

    void showDomain(Phone phone) {
        List<AccountRow> accounts = tenant.accounts().stream().map(this::row).toList();
        phone.send(Wire.domainState(accounts, allCalls(phone)));
    }

    /** The whole list of the widest stream that the socket asked for. */
    void showCalls(Phone phone) {
        List<CallRow> rows = callsFor(phone);
        shownCalls.put(phone, rows);
        phone.send(Wire.callState(rows));
    }

    void showLamp(Phone phone, Account account) {
        phone.send(UnknownShapes.blf(account.number(), lamp(row(account))));
    }

    void forget(Phone phone) {
        shownCalls.remove(phone);
    }

    List<CallRow> callsOf(Account account) {
        return calls.stream()
                .filter(call -> involves(call, account))
                .map(call -> CallView.of(call, account))
                .toList();
    }

    private List<CallRow> callsFor(Phone phone) {
        return phone.domainCalls() ? allCalls(phone) : ownCalls(phone);
    }

    private List<CallRow> allCalls(Phone phone) {
        return calls.stream().map(call -> CallView.at(call, phone)).toList();
    }

    private List<CallRow> ownCalls(Phone phone) {
        return calls.stream()
                .filter(call -> involves(call, phone.account()))
                .map(call -> CallView.at(call, phone))
                .toList();
    }

    private void lamp(Account account, AccountRow before, AccountRow now) {
        if (!lamp(now).equals(lamp(before))) {
            tenant.phones().stream()
                    .filter(phone -> phone.lamps().contains(account.number()))
                    .forEach(phone -> showLamp(phone, account));
        }
    }

    private AccountRow row(Account account) {
        boolean busy = calls.stream().anyMatch(call -> offHook(call, account));
        return new AccountRow(
                account.party(),
                !tenant.registered(account).isEmpty(),
                account.dnd(),
                tenant.online(account),
                busy,
                callsOf(account));
    }

    private static String lamp(AccountRow row) {
        String idle = row.registered() ? "idle" : "offline";
        return row.busy() ? "busy" : row.calls().isEmpty() ? idle : "ringing";
    }

    private static boolean watches(Phone phone) {
        return phone.ownCalls() || phone.domainCalls();
    }

    private static boolean involves(Call call, Account account) {
        return call.legs().stream().anyMatch(leg -> leg.account() == account);
    }

    private static boolean offHook(Call call, Account account) {
        return call.legs().stream()
                .anyMatch(leg -> leg.account() == account && !call.ringing().contains(leg));
    }
}
