package pbx.callcontrol;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.EndReason;
import pbx.api.call.Party;

/** Handing calls over: to a number, to a consulted party, to an orbit, into a room. */
final class Transfers {
    private final CallBoard board;
    private final Command command;
    private final Departures departures;
    private final Dialling dialling;

    Transfers(CallBoard board, Command command, Departures departures, Dialling dialling) {
        this.board = board;
        this.command = command;
        this.departures = departures;
        this.dialling = dialling;
    }

    CompletableFuture<Call> transfer(CallId id, String typed) {
        return command.run(stage -> {
            Leg leg = command.staying(id, "transferred");
            String number = board.unasked(id.account(), typed).number();
            String text = "you transferred " + leg.remote.label() + " to " + board.shown(id.account(), number);
            if (leg.elsewhere()) {
                ask(List.of(leg), Wire.hand(leg, number), EndReason.TRANSFERRED, text, stage);
                return;
            }
            Departure departure = departures.begin(leg, EndReason.TRANSFERRED, text);
            Command.otherwise(stage, () -> departures.giveUp(leg, departure));
            left(leg, EndReason.TRANSFERRED, stage);
            String own = board.exchanges.required(id.account()).extension();
            board.exchanges.send(leg, Wire.transfer(leg, own, number), () -> {}, stage::completeExceptionally);
        });
    }

    CompletableFuture<Call> transfer(CallId id, CallId consultation) {
        return command.run(stage -> {
            Leg one = command.staying(id, "transferred");
            Leg other = command.staying(consultation, "transferred to");
            pair(one, other);
            String text = "you put " + one.remote.label() + " and " + other.remote.label() + " through to each other";
            ask(List.of(one, other), Wire.join(one, other), EndReason.TRANSFERRED, text, stage);
        });
    }

    CompletableFuture<Call> park(CallId id, String typed) {
        return command.run(stage -> {
            Leg leg = command.staying(id, "parked");
            String orbit = extension(id, typed);
            String text = "you parked " + leg.remote.label() + " on " + orbit;
            ask(List.of(leg), Wire.hand(leg, orbit), EndReason.PARKED, text, stage);
        });
    }

    CompletableFuture<Call> merge(CallId id, CallId second, String typed) {
        return command.run(stage -> {
            Leg one = command.staying(id, "merged");
            Leg other = command.staying(second, "merged");
            pair(one, other);
            board.audio.required();
            String room = extension(id, typed);
            enter(
                    one,
                    room,
                    () -> enter(other, room, () -> dial(one, room, stage), no -> half(one, other, room, no, stage)),
                    stage::completeExceptionally);
        });
    }

    /** An orbit or a room, to which the PBX puts a call through as to any number: what is denied is denied here, too. */
    private String extension(CallId of, String typed) {
        String extension = Extension.of(typed);
        board.dialable(of.account(), extension);
        return extension;
    }

    private void enter(Leg leg, String room, Runnable gone, Consumer<PbxException> failed) {
        if (leg.state != CallState.ACTIVE || leg.leaving != null) {
            failed.accept(Command.wrong(leg, "merged"));
            return;
        }
        String text = "you brought " + leg.remote.label() + " into the conference " + room;
        departures.ask(List.of(leg), Wire.hand(leg, room), EndReason.TRANSFERRED, text, gone, failed);
    }

    private void dial(Leg from, String room, CompletableFuture<Call> stage) {
        try {
            dialling.place(from.id.account(), new Party(room, "conference " + room), stage);
        } catch (PbxException e) {
            stage.completeExceptionally(e);
        }
    }

    private static void half(Leg one, Leg other, String room, PbxException no, CompletableFuture<Call> stage) {
        stage.completeExceptionally(new PbxException(
                no.reason(),
                one.remote.label() + " is in the conference " + room + ", but " + other.remote.label()
                        + " could not be brought there: " + no.getMessage(),
                no));
    }

    /** Completes with the first when all have left. */
    private void ask(List<Leg> legs, Request request, EndReason reason, String text, CompletableFuture<Call> stage) {
        departures.ask(
                legs,
                request,
                reason,
                text,
                () -> Command.pass(
                        legs.stream()
                                .map(leg -> left(leg, reason, new CompletableFuture<>()))
                                .reduce((one, other) -> one.thenCombine(other, (left, also) -> left))
                                .orElseThrow(),
                        stage),
                stage::completeExceptionally);
    }

    private CompletableFuture<Call> left(Leg leg, EndReason reason, CompletableFuture<Call> stage) {
        command.confirmed(
                leg,
                call -> call.state() == CallState.ENDED
                        && call.ending().filter(end -> end.reason() == reason).isPresent(),
                Command.PATIENCE.plusSeconds(1),
                "the hand-over",
                stage);
        return stage;
    }

    private static void pair(Leg one, Leg other) {
        if (one == other || !one.id.account().equals(other.id.account())) {
            throw new PbxException(Reason.INVALID, "two calls of one account are needed, and these are not");
        }
    }
}
