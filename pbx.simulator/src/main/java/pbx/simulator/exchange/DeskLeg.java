package pbx.simulator.exchange;

import java.util.concurrent.CompletableFuture;
import pbx.simulator.wire.Party;

/** A desk phone that somebody else plays: it has no socket and no audio of its own, but everybody sees its calls. */
final class DeskLeg extends Device {
    private final String callid;

    DeskLeg(String callid, Account account) {
        super(account);
        this.callid = callid;
    }

    @Override
    String callid() {
        return callid;
    }

    @Override
    CompletableFuture<Void> begin(Party far) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    CompletableFuture<Void> ring() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    CompletableFuture<Void> pickUp(Party far) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    void shows(Party far) {}

    @Override
    void hears(Call in) {}

    @Override
    void held(boolean now) {}

    @Override
    void recorded(boolean now) {}

    @Override
    void bye(int code) {}

    @Override
    void cancel(boolean taken) {}

    @Override
    void close() {}
}
