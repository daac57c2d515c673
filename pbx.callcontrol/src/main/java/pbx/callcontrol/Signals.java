package pbx.callcontrol;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.AccountId;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;
import pbx.api.call.Party;
import pbx.api.connection.Message;

/** What the PBX says of calls. Confined to the writer thread. */
final class Signals {
    private static final Logger log = LoggerFactory.getLogger(Signals.class);

    private final CallBoard board;
    /** Calls that were hung up while the PBX could not be told. */
    private final Map<AccountId, Map<String, Direction>> owed = new HashMap<>();

    Signals(CallBoard board) {
        this.board = board;
    }

    void received(AccountId account, Message message) {
        switch (message.kind()) {
            case "invitesdp" -> invited(account, message);
            case "call-state" -> listed(account, message.list("calls"));
            case "bye" -> bye(account, message);
            case "cancel" -> cancelled(account, message);
            case "sdp" -> described(account, message);
            default -> board.byWire(account, message.text("callid")).ifPresent(leg -> other(leg, message));
        }
    }

    private void other(Leg leg, Message message) {
        switch (message.kind()) {
            case "candidate" -> Candidates.of(message).forEach(candidate -> board.audio.candidate(leg, candidate));
            case "callerid" ->
                board.change(leg, named -> named.remote = new Party(message.text("number"), message.text("name")));
            case "bye-response", "response", "cancelresponse" -> {
                if (leg.state == CallState.ENDING) {
                    board.end(leg, leg.plannedEnding);
                }
            }
            default -> {}
        }
    }

    // --- incoming ---

    private void invited(AccountId account, Message invite) {
        String callid = invite.text("callid");
        if (callid.isBlank() || board.byWire(account, callid).isPresent()) {
            log.debug("an invitation without an id, or one that is known already; ignored");
            return;
        }
        Leg leg = new Leg(
                new CallId(account, callid), Direction.IN, board.clock.instant(), Caller.of(invite), CallState.RINGING);
        leg.cseq = invite.fields().get("cseq");
        leg.offer = invite.text("invitesdp");
        board.add(leg);
        board.send(leg, Wire.ringing(leg));
        // the answer is made ready now, so that picking up costs no time; nothing flows before the PBX has it
        board.audio.ask(
                leg,
                m -> m.answer(leg.id, leg.offer),
                ready -> {},
                failed -> log.warn(
                        "call {} rings, but could not be answered with audio: {}", leg.id, failed.getMessage()));
    }

    private void cancelled(AccountId account, Message cancel) {
        board.byWire(account, cancel.text("callid")).ifPresent(leg -> {
            board.send(leg, Wire.cancelConfirmed(cancel));
            board.end(leg, Endings.cancelled(leg));
        });
    }

    // --- outgoing ---

    private void described(AccountId account, Message message) {
        Optional<Leg> found = board.byWire(account, message.text("callid")).or(() -> aliased(account, message));
        if (found.isEmpty()) {
            log.warn("a description for the unknown call {}; ignored", message.text("callid"));
            return;
        }
        Leg leg = found.get();
        int code = message.number("code", 200);
        if (code >= 400) {
            board.end(leg, Endings.bye(leg, code));
            return;
        }
        board.audio.ask(
                leg, m -> m.accept(leg.id, Dialect.answer(message.text("sdp"))), accepted -> resumed(leg), refused -> {
                    if (leg.state != CallState.ENDED) {
                        board.send(leg, Wire.bye(leg));
                        board.end(leg, Endings.noAudio("the PBX's description was refused: " + refused.getMessage()));
                    }
                });
        if (leg.state.unanswered()) {
            if (code < 200) {
                board.become(leg, CallState.RINGING);
            } else {
                answered(leg);
            }
        }
    }

    /** The answer to a resume's offer: audio flows again. */
    private void resumed(Leg leg) {
        if (leg.resuming) {
            leg.resuming = false;
            board.audio.ask(
                    leg,
                    m -> m.pause(leg.id, false),
                    flowing -> board.change(leg, on -> on.heldHere = false),
                    failed -> log.warn("call {}: {}", leg.id, failed.getMessage()));
        }
    }

    /** Observed: the PBX may name the call anew in its first description. Then just one call waits for one. */
    private Optional<Leg> aliased(AccountId account, Message message) {
        List<Leg> waiting = board.legs().stream()
                .filter(leg -> leg.id.account().equals(account)
                        && leg.direction == Direction.OUT
                        && leg.state == CallState.DIALING
                        && leg.wireId.equals(leg.id.value()))
                .toList();
        if (waiting.size() != 1 || message.text("callid").isBlank()) {
            return Optional.empty();
        }
        board.change(waiting.get(0), leg -> leg.wireId = message.text("callid"));
        return Optional.of(waiting.get(0));
    }

    private void answered(Leg leg) {
        board.send(leg, Wire.ack(leg));
        board.change(leg, picked -> picked.answered = Optional.of(board.clock.instant()));
        if (board.become(leg, CallState.CONNECTING) && leg.media == MediaState.CONNECTED) {
            board.become(leg, CallState.ACTIVE);
        }
    }

    // --- both ---

    private void bye(AccountId account, Message bye) {
        board.byWire(account, bye.text("callid")).ifPresent(leg -> {
            board.send(leg, Wire.byeConfirmed(bye));
            board.end(leg, leg.state == CallState.ENDING ? leg.plannedEnding : Endings.bye(leg, bye.number("code", 0)));
        });
    }

    /** The PBX's list of calls (protocol notes 6.3): the usual way to learn that an own call was picked up. */
    private void listed(AccountId account, List<Map<String, Object>> calls) {
        Set<Leg> seen = new HashSet<>();
        for (Map<String, Object> call : calls) {
            String id = Message.text(call, "id");
            Direction forgotten = owed.getOrDefault(account, Map.of()).get(id);
            if (forgotten != null) {
                board.connections.get(account).send(Wire.bye(id, forgotten));
            }
            board.byWire(account, id).ifPresent(leg -> {
                seen.add(leg);
                leg.doubtful = false;
                follow(leg, Dialect.state(call));
            });
        }
        owed.remove(account);
        for (Leg leg : board.legs()) {
            if (leg.id.account().equals(account) && leg.state == CallState.ENDING && !seen.contains(leg)) {
                board.end(leg, leg.plannedEnding);
            }
        }
    }

    private void follow(Leg leg, String state) {
        if (Dialect.connected(state)) {
            if (leg.direction == Direction.OUT && leg.state.unanswered()) {
                answered(leg);
            }
            board.change(leg, talking -> {
                talking.heldThere = false;
                talking.heldHere = talking.heldHere && (talking.wantsHold || talking.resuming);
            });
        } else if (Dialect.held(state)) {
            board.change(leg, held -> {
                held.heldHere = held.wantsHold;
                held.heldThere = !held.wantsHold;
            });
        } else if (leg.state == CallState.DIALING) {
            board.become(leg, CallState.RINGING);
        }
    }

    /** Told as soon as the PBX lists the call again. */
    void owe(Leg leg) {
        owed.computeIfAbsent(leg.id.account(), a -> new HashMap<>()).put(leg.wireId, leg.direction);
    }
}
