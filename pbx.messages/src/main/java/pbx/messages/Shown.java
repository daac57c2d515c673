package pbx.messages;

import java.util.concurrent.atomic.AtomicReference;
import pbx.api.AccountId;
import pbx.api.call.Numbers;
import pbx.api.call.Party;

/** Parties as the account's country writes them, while somebody knows how. For any thread. */
final class Shown {
    private final AtomicReference<Numbers> present = new AtomicReference<>();

    void use(Numbers numbers) {
        present.set(numbers);
    }

    /** Only the same one is forgotten: the next is bound before. */
    void drop(Numbers numbers) {
        present.compareAndSet(numbers, null);
    }

    Party party(AccountId account, String number, String name) {
        Numbers numbers = present.get();
        return numbers == null ? new Party(number, name) : new Party(number, name, numbers.shown(account, number));
    }
}
