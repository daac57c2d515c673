package pbx.callcontrol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import pbx.api.AccountId;
import pbx.api.connection.Message;

/**
 * Signalling for calls of a former call control that is told before media has told their sessions: it was kept while no call
 * control was there, and waits until the call is taken over. What is nobody's by then is handled as always. Confined to the
 * writer thread.
 */
final class Early {
    /** As long as media keeps a session that nobody claims. */
    private static final Duration WAITS = Duration.ofSeconds(15);

    private static final int MOST = 200;
    /** An invitation makes a call of its own; the others belong to one. */
    private static final Set<String> KINDS = Set.of("sdp", "candidate", "bye", "cancel");

    private final CallBoard board;
    private final BiConsumer<AccountId, Message> receiver;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean over;

    private record Waiting(AccountId account, Message message) {
        boolean isOf(Leg leg) {
            String callid = Dialect.callid(message);
            return leg.id.account().equals(account) && (callid.equals(leg.wireId) || callid.equals(leg.id.value()));
        }
    }

    /** @param receiver is given what has waited */
    Early(CallBoard board, BiConsumer<AccountId, Message> receiver) {
        this.board = board;
        this.receiver = receiver;
        board.writer.after(WAITS, this::end);
    }

    /** Whether the message waits now. One that may name a call that was dialled here does not. */
    boolean holds(AccountId account, Message message) {
        if (over
                || waiting.size() >= MOST
                || !KINDS.contains(message.kind())
                || board.byWire(account, Dialect.callid(message)).isPresent()
                || board.legs(account).stream().anyMatch(leg -> !leg.named && !leg.waits())) {
            return false;
        }
        return waiting.add(new Waiting(account, message));
    }

    void taken(Leg leg) {
        List<Waiting> its = waiting.stream().filter(one -> one.isOf(leg)).toList();
        waiting.removeAll(its);
        its.forEach(one -> receiver.accept(one.account, one.message));
    }

    private void end() {
        over = true;
        waiting.forEach(one -> receiver.accept(one.account, one.message));
        waiting.clear();
    }
}
