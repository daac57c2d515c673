package pbx.simulator.exchange;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pbx.simulator.wire.Party;

/** What an extension has in one call: a socket's leg, or a desk phone. */
abstract sealed class Device extends End permits Leg, DeskLeg {
    private final Account account;
    private Optional<Call> call = Optional.empty();
    private boolean holding;

    Device(Account account) {
        this.account = account;
    }

    /** The id by which its owner names it. */
    abstract String callid();

    boolean answersTo(String id) {
        return callid().equals(id);
    }

    /** Its call goes on to somebody. Fails when it cannot be told so. */
    abstract CompletableFuture<Void> begin(Party far);

    /** It rings for its call. Fails when it cannot. */
    abstract CompletableFuture<Void> ring();

    /** Shows who the far end is now. */
    abstract void shows(Party far);

    /** Hears what it should, if it hears at all. */
    abstract void hears(Call in);

    /** The far end holds, or is back. */
    abstract void held(boolean now);

    abstract void recorded(boolean now);

    /** The far end hung up, or with a code the call failed. */
    abstract void bye(int code);

    /** It need not ring any more: somebody else has {@code taken} the call, or nobody will. */
    abstract void cancel(boolean taken);

    /** Frees what it held. */
    abstract void close();

    Account account() {
        return account;
    }

    @Override
    Party party() {
        return account.party();
    }

    Optional<Call> call() {
        return call;
    }

    boolean holding() {
        return holding;
    }

    void holding(boolean now) {
        holding = now;
        call.ifPresent(Call::touch);
    }

    @Override
    void joined(Call newCall) {
        call = Optional.of(newCall);
        account.add(this);
    }

    @Override
    void left(Call old) {
        if (call.filter(mine -> mine == old).isPresent()) {
            call = Optional.empty();
            account.remove(this);
        }
    }
}
