package pbx.simulator.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pbx.simulator.wire.Party;

/** The tenant's extensions and the sockets that are open for them. */
final class Tenant {
    private final String domain;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Set<Phone> phones = new LinkedHashSet<>();

    Tenant(String domain, List<String> extensions, Changes changes) {
        this.domain = domain;
        extensions.forEach(
                number -> accounts.put(number, new Account(party(number, Cast.name(number)), true, changes)));
    }

    String domain() {
        return domain;
    }

    Party party(String number, String name) {
        return new Party(number, name, domain);
    }

    Collection<Account> accounts() {
        return accounts.values();
    }

    Optional<Account> account(String number) {
        return Optional.ofNullable(accounts.get(number));
    }

    void add(Phone phone) {
        phones.add(phone);
    }

    void remove(Phone phone) {
        phones.remove(phone);
    }

    /** A copy, for sending may end in removing. */
    List<Phone> phones() {
        return new ArrayList<>(phones);
    }
}
