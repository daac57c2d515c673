package pbx.callcontrol;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
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
    boolean recording;
    String group = "";

    /** The id by which the PBX knows the call; it may give one of its own in its first answer. */
    String wireId;
    /** The PBX has spoken of the call by its id: it will not give it another. */
    boolean named;
    /** As it came, to be echoed; null if none came. */
    Object cseq;
    /** The PBX's offer of an incoming call. */
    String offer = "";
    /** Our description is on the wire, so that candidates may follow it. */
    boolean described;

    int candidatesSent;
    /** What the user last wanted, confirmed or not. */
    boolean wantsHold;

    boolean transferring;
    /** The user wants the call back and the PBX has not answered yet: its answer ends the hold. */
    boolean resuming;
    /** The user has picked up; the answer is being made or is on the wire. */
    boolean answering;
    /** Ends the call if the PBX does not show in time that it knows it, or cannot be reached for too long. */
    Writer.Timer patience = () -> {};
    /** Said when the PBX confirms the hang-up. */
    Ending plannedEnding;
    /** After a reconnect: the PBX has not shown yet that it still knows the call. */
    boolean doubtful;
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

    Call snapshot() {
        return new Call(
                id, direction, remote, state, heldHere, heldThere, muted, media, reachable, began, answered, ending,
                ended, recording, group);
    }
}
