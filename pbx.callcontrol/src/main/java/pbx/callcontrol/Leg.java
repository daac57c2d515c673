package pbx.callcontrol;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.Ending;
import pbx.api.call.MediaState;
import pbx.api.call.Party;
import pbx.listeners.Writer;

/** One call while it lives: what {@link Call} shows, and what only the wire needs. Confined to the writer thread. */
final class Leg {
    final CallId id;
    final Direction direction;
    final Instant began;
    Party remote;
    CallState state;
    boolean heldHere;
    boolean heldThere;
    boolean muted;
    MediaState media = MediaState.NONE;
    boolean reachable = true;
    Optional<Instant> answered = Optional.empty();
    Optional<Ending> ending = Optional.empty();
    Optional<Instant> ended = Optional.empty();
    boolean recordedHere;
    boolean recordedThere;
    String group = "";

    // --- the wire ---

    /** The id by which the PBX knows the call; it may give one of its own in its first answer. */
    String wireId;
    /** The PBX has spoken of the call by its id: it will not give it another. */
    boolean named;
    /** As it came with the PBX's last description, to be echoed; null if none came. */
    Object cseq;
    /** The last offer that the PBX made: of an incoming call, or in the modern dialect of any. */
    String offer = "";
    /** Our answer to {@link #offer} is on the wire; it goes there again only if the PBX asks anew. */
    boolean offerAnswered;
    /** A fresh offer of ours is on the wire in mid-call, and not answered yet. */
    boolean offering;
    /** Our description is on the wire, so that candidates may follow it. */
    boolean described;

    int candidatesSent;
    /** After a reconnect: the PBX has not shown yet that it still knows the call. */
    boolean doubtful;
    /** Ends the call if the PBX does not show in time that it knows it, or cannot be reached for too long. */
    Writer.Timer patience = () -> {};
    /** Says again that the connection is waited for, while it is lost. */
    Writer.Timer urging = () -> {};

    // --- what the user wants ---

    /** The higher, the later the user turned to this call; 0 if never. */
    long asked;
    /** What the user last wanted, confirmed or not. */
    boolean wantsHold;
    /** The PBX was told to hold. */
    boolean holdSent;
    /** The user wants the call back and the PBX has not agreed yet: its word ends the hold. */
    boolean resuming;
    /** Who waits for the call to come back. */
    CompletableFuture<Call> resumption = new CompletableFuture<>();
    /** Takes a silent PBX's consent to a hold or a resume. */
    Writer.Timer consent = () -> {};
    /** The user has picked up; the answer is being made or is on the wire. */
    boolean answering;
    /** Where the call is being handed to; null if it stays. */
    Departure leaving;
    /** Said when it is over; null if whatever ends it is to be believed. */
    Ending plannedEnding;

    // --- audio ---

    /** What media was last told of the pause; null if that is not sure. */
    Boolean silenced = false;
    /** Tries to bring broken audio back; null while nothing is broken. */
    Writer.Timer repair;
    /** What is to be done with the audio session as soon as there is somebody to do it. */
    final Queue<Runnable> waitingForMedia = new ArrayDeque<>();
    /** The last that listeners were told; null before the first time. */
    Call told;

    Leg(CallId id, Direction direction, Instant began, Party remote, CallState state) {
        this.id = id;
        this.direction = direction;
        this.began = began;
        this.remote = remote;
        this.state = state;
        this.wireId = id.value();
    }

    boolean elsewhere() {
        return media == MediaState.ELSEWHERE;
    }

    /** It rings here and nobody has picked up. */
    boolean waits() {
        return direction == Direction.IN && state == CallState.RINGING;
    }

    Call snapshot() {
        return new Call(
                id,
                direction,
                remote,
                state,
                heldHere,
                heldThere,
                muted,
                media,
                reachable,
                began,
                answered,
                ending,
                ended,
                recordedHere || recordedThere,
                group);
    }
}
