package pbx.callcontrol;

import pbx.api.AccountId;
import pbx.api.call.CallState;
import pbx.api.call.Ending;
import pbx.api.connection.Message;

/** What the PBX says of calls, each kind to whoever understands it. Confined to the writer thread. */
final class Signals {
    private final CallBoard board;
    private final Departures departures;
    private final Withdrawals withdrawals;
    private final Invitations invitations;
    private final CallList list;
    private final Descriptions descriptions;
    private final Early early;

    Signals(CallBoard board, Holding holding, Departures departures) {
        this.board = board;
        this.departures = departures;
        Progress progress = new Progress(board);
        withdrawals = new Withdrawals(board);
        list = new CallList(board, progress, holding, withdrawals, new Elsewhere(board, departures));
        descriptions = new Descriptions(board, progress, holding);
        invitations = new Invitations(board, descriptions::again);
        early = new Early(board, this::received);
    }

    void received(AccountId account, Message message) {
        if (early.holds(account, message)) {
            return;
        }
        switch (message.kind()) {
            case "invitesdp" -> invitations.received(account, message);
            case "sdp" -> descriptions.received(account, message);
            case "call-state" ->
                list.received(
                        account, message.list("calls").stream().map(CallRow::of).toList());
            default -> board.byWire(account, Dialect.callid(message)).ifPresent(leg -> received(leg, message));
        }
    }

    private void received(Leg leg, Message message) {
        switch (message.kind()) {
            case "candidate" -> Candidates.of(message).forEach(candidate -> board.audio.candidate(leg, candidate));
            case "bye" -> bye(leg, message);
            case "cancel" -> {
                board.exchanges.send(leg, Wire.cancelConfirmed(message));
                gone(leg, message.number("code", 0), Endings.cancelled(leg));
            }
            case "bye-response", "response", "cancelresponse" -> confirmed(leg);
            case "callerid" ->
                board.change(
                        leg,
                        named -> named.remote =
                                board.party(leg.id.account(), message.text("number"), message.text("name")));
            case "rec-start", "rec-stop" ->
                board.change(leg, taped -> taped.recordedThere = message.kind().equals("rec-start"));
            default -> {}
        }
    }

    private void bye(Leg leg, Message bye) {
        board.exchanges.send(leg, Wire.byeConfirmed(bye));
        int code = bye.number("code", 0);
        gone(leg, code, Endings.bye(leg, code));
    }

    /** Of a call on another device only the list tells. */
    private void gone(Leg leg, int code, Ending ending) {
        if (leg.elsewhere()) {
            return;
        }
        if (leg.waits()) {
            withdrawals.withdrawn(leg, code, list::last);
        } else if (leg.state == CallState.ENDING && leg.plannedEnding != null) {
            board.end(leg, leg.plannedEnding);
        } else if (leg.state != CallState.ENDING) {
            departures.bye(leg, ending);
        }
    }

    private void confirmed(Leg leg) {
        if (leg.state == CallState.ENDING && leg.plannedEnding != null) {
            board.end(leg, leg.plannedEnding);
        }
    }

    /** A call that was taken over in the middle of something. */
    void goOn(Leg leg) {
        descriptions.goOn(leg);
        early.taken(leg);
    }
}
