package pbx.simulator.exchange;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has changed since it was shown. Whoever changes something notes it here, so that nobody has to look for it. */
final class Changes {
    private final Set<Account> accounts = new LinkedHashSet<>();
    private final Set<Facility> facilities = new LinkedHashSet<>();
    private final Set<Call> calls = new LinkedHashSet<>();

    void of(Account account) {
        accounts.add(account);
    }

    void of(Facility facility) {
        facilities.add(facility);
    }

    /** The call, and how it shows at each of its ends. */
    void of(Call call) {
        calls.add(call);
        call.devices().forEach(device -> of(device.account()));
        call.facility().ifPresent(facilities::add);
    }

    List<Account> accounts() {
        return taken(accounts);
    }

    List<Facility> facilities() {
        return taken(facilities);
    }

    List<Call> calls() {
        return taken(calls);
    }

    private static <T> List<T> taken(Set<T> set) {
        if (set.isEmpty()) {
            return List.of();
        }
        List<T> all = List.copyOf(set);
        set.clear();
        return all;
    }
}
