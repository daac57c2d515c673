package pbx.simulator.exchange;

import java.util.List;
import pbx.simulator.wire.AccountRow;
import pbx.simulator.wire.CallRow;
import pbx.simulator.wire.FacilityRow;
import pbx.simulator.wire.UnknownShapes;
import pbx.simulator.wire.Wire;

/** Shows accounts and calls to those who watch: what was noted as changed, where it looks different from what was shown. */
final class Board {
    private final Tenant tenant;
    private final Changes changes;
    private final Dialects dialects;
    private final Mailboxes mailboxes;
    private final Facilities facilities;
    private final AccountView accounts;
    private final DomainCalls domainCalls;

    Board(
            Tenant tenant,
            Changes changes,
            Dialects dialects,
            Mailboxes mailboxes,
            Facilities facilities,
            DomainCalls domainCalls) {
        this.tenant = tenant;
        this.changes = changes;
        this.dialects = dialects;
        this.mailboxes = mailboxes;
        this.facilities = facilities;
        this.domainCalls = domainCalls;
        accounts = new AccountView(tenant, facilities);
    }

    /** Sends every change since the last time, once. */
    void refresh() {
        List<Account> changed = changes.accounts();
        changed.stream().filter(Account::inside).forEach(this::showChanged);
        changes.facilities().forEach(this::showChanged);
        changed.forEach(this::showOwnCalls);
        List<Call> calls = changes.calls();
        if (!calls.isEmpty()) {
            domainCalls.changed(calls);
        }
    }

    private void showChanged(Account account) {
        AccountRow before = accounts.shown(account);
        AccountRow now = accounts.take(account);
        if (now.equals(before)) {
            return;
        }
        String frame = Wire.userState(now.json(), tenant.domain()).toString();
        String lamp = lamp(now).equals(lamp(before))
                ? ""
                : UnknownShapes.blf(account.number(), lamp(now)).toString();
        for (Phone phone : tenant.phones()) {
            if (seesAll(phone) || phone.account() == account) {
                phone.send(frame);
            }
            if (!lamp.isEmpty() && phone.lamps().contains(account.number())) {
                phone.send(lamp);
            }
        }
    }

    private void showChanged(Facility facility) {
        FacilityRow row = facility.row();
        boolean orbit = facility.isOrbit();
        String frame =
                (orbit ? UnknownShapes.orbits(List.of(row)) : Wire.userState(row.json(), tenant.domain())).toString();
        tenant.phones().stream()
                .filter(phone -> orbit ? phone.orbits() : seesAll(phone))
                .forEach(phone -> phone.send(frame));
    }

    private void showOwnCalls(Account account) {
        account.phones().stream().filter(Phone::ownCalls).forEach(phone -> phone.sendOwnCalls(ownCallState(phone)));
    }

    /** In 2021 state was pushed without asking; newer PBXs have a subscription for it. */
    private boolean seesAll(Phone phone) {
        return phone.domainCalls() || dialects.dialect(phone.account().number()) == Dialect.LEGACY;
    }

    /** The tenant's picture, with the reader's own messages. */
    void showDomain(Phone phone) {
        refresh();
        Account account = phone.account();
        int fresh = mailboxes.fresh(account);
        String messages = UnknownShapes.messages(
                        account.number(), fresh, mailboxes.of(account).size() - fresh)
                .toString();
        phone.send(Wire.domainState(accounts.all(), domainCalls.list(phone), messages));
    }

    void showOwnCalls(Phone phone) {
        phone.forgetOwnCalls();
        phone.sendOwnCalls(ownCallState(phone));
    }

    void showDomainCalls(Phone phone) {
        domainCalls.show(phone);
    }

    /** The lists that the socket asked for; own calls if it asked for none. */
    void showCallsAgain(Phone phone) {
        if (phone.ownCalls() || !phone.domainCalls()) {
            showOwnCalls(phone);
        }
        if (phone.domainCalls()) {
            showDomainCalls(phone);
        }
    }

    void showLamp(Phone phone, Account account) {
        phone.send(UnknownShapes.blf(account.number(), lamp(accounts.shown(account)))
                .toString());
    }

    void showOrbits(Phone phone) {
        phone.send(UnknownShapes.orbits(orbits()).toString());
    }

    List<FacilityRow> orbits() {
        return facilities.orbits().all().stream().map(Facility::row).toList();
    }

    void forget(Phone phone) {
        domainCalls.forget(phone);
    }

    List<CallRow> callsOf(Account account) {
        return account.calls().stream().map(call -> CallView.of(call, account)).toList();
    }

    private static String ownCallState(Phone phone) {
        List<CallRow> rows = phone.account().calls().stream()
                .map(call -> CallView.at(call, phone))
                .toList();
        return Wire.callState(Wire.rows(rows).toString());
    }

    private static String lamp(AccountRow row) {
        String idle = row.registered() ? "idle" : "offline";
        return row.busy() ? "busy" : row.calls().isEmpty() ? idle : "ringing";
    }
}
