package pbx.callcontrol;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;
import pbx.api.call.Party;
import pbx.api.connection.Message;

/** What the PBX says of calls. Confined to the writer thread. */
final class Signals {
    private static final Logger log = LoggerFactory.getLogger(Signals.class);

    /** More calls than this do not ring at once: nobody could answer them, and each costs an audio session. */
    private static final int MOST_RINGING = 10;

    private final CallBoard board;

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
                fresh(account, callid), Direction.IN, board.clock.instant(), Caller.of(invite), CallState.RINGING);
        leg.wireId = callid;
        leg.cseq = invite.fields().get("cseq");
        leg.offer = invite.text("invitesdp");
        if (board.list().stream().filter(Call::offered).count() >= MOST_RINGING) {
            log.warn("{} calls ring already; another is answered as busy", MOST_RINGING);
            board.send(leg, Wire.busy(leg));
            return;
        }
        board.add(leg);
        board.send(leg, Wire.ringing(leg));
        // the answer is made ready now, so that picking up costs no time; and silent until then, whatever the wire says
        board.audio.ask(
                leg,
                m -> m.answer(leg.id, leg.offer).thenCompose(sdp -> m.pause(leg.id, true)),
                ready -> {},
                failed ->
                        log.warn("call {} rings, but cannot be answered with audio: {}", leg.id, failed.getMessage()));
    }

    /** Our ids are never used again, also where the PBX does. */
    private CallId fresh(AccountId account, String callid) {
        CallId id = new CallId(account, callid);
        for (int again = 2; board.isOver(id); again++) {
            id = new CallId(account, callid + "~" + again);
        }
        return id;
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
        leg.named = true;
        boolean unasked = leg.direction == Direction.IN && leg.state.unanswered();
        if (leg.state.over() || unasked) {
            log.debug("call {}: a description that nobody waits for; ignored", leg.id);
        } else if (message.number("code", 200) >= 400) {
            refused(leg, message.number("code", 200));
        } else {
            board.audio.ask(
                    leg,
                    m -> m.accept(leg.id, Dialect.answer(message.text("sdp"))),
                    accepted -> resumed(leg),
                    failed -> unusable(leg, failed));
            progress(leg, message.number("code", 200));
        }
    }

    private void progress(Leg leg, int code) {
        if (leg.state.unanswered() && code < 200) {
            board.become(leg, CallState.RINGING);
        } else if (leg.state.unanswered()) {
            answered(leg);
        }
    }

    /** Of a call that is up only the resume is refused: it stays on hold. */
    private void refused(Leg leg, int code) {
        if (leg.state.unanswered()) {
            board.end(leg, Endings.bye(leg, code));
        } else if (leg.resuming) {
            board.confirmations.fail(leg, "the PBX refused with code " + code);
            board.change(leg, held -> {
                held.resuming = false;
                held.wantsHold = true;
            });
        }
    }

    private void unusable(Leg leg, PbxException failed) {
        if (!leg.state.over()) {
            board.reach.bye(leg);
            board.end(leg, Endings.noAudio("the PBX's description was refused: " + failed.getMessage()));
        }
    }

    /** The answer to a resume's offer: audio flows again, unless the user has changed their mind. */
    private void resumed(Leg leg) {
        if (leg.resuming && !leg.wantsHold) {
            board.audio.ask(
                    leg,
                    m -> m.pause(leg.id, false),
                    flowing -> board.change(leg, talking -> {
                        talking.resuming = false;
                        talking.heldHere = false;
                    }),
                    failed -> log.warn("call {}: {}", leg.id, failed.getMessage()));
        } else if (leg.state == CallState.ACTIVE && leg.wantsHold) {
            board.send(leg, Wire.hold(leg));
        }
    }

    /** Observed: the PBX may name the call anew in its first description. Then just one call waits for one. */
    private Optional<Leg> aliased(AccountId account, Message message) {
        List<Leg> waiting = board.legs().stream()
                .filter(leg -> leg.id.account().equals(account)
                        && leg.direction == Direction.OUT
                        && leg.state == CallState.DIALING
                        && !leg.named
                        && meant(leg, message.text("to-user")))
                .toList();
        if (message.text("callid").isBlank()) {
            return Optional.empty();
        }
        if (waiting.size() != 1 || board.endedUnnamed(account)) {
            // it may be another call's: nobody is put through to the wrong party by a guess
            board.connections.get(account).send(Wire.bye(message.text("callid"), Direction.OUT));
            return Optional.empty();
        }
        board.change(waiting.get(0), leg -> leg.wireId = message.text("callid"));
        return Optional.of(waiting.get(0));
    }

    /** Where the PBX says whom it describes, it must be whom we dialled. */
    private static boolean meant(Leg leg, String toUser) {
        return toUser.isEmpty() || toUser.equals(leg.remote.number());
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
            board.reach.listed(account, id);
            board.byWire(account, id).ifPresent(leg -> {
                seen.add(leg);
                leg.doubtful = false;
                leg.named = true;
                follow(leg, Dialect.state(call));
            });
        }
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
}
