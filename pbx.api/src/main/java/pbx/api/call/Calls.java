package pbx.api.call;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import pbx.api.AccountId;

/**
 * The calls of all accounts, and what may be done with them.
 *
 * <p>No method blocks. Every stage MUST complete: with the call as it then is once the PBX has confirmed (or the documented
 * time has passed), or exceptionally with a {@link pbx.api.PbxException}. A command that the present picture already fulfils
 * completes at once. Stages complete on a queue of the bundle that asked: work chained to one may block, and delays only
 * that bundle. A failed command MUST leave the call as it was, or end it honestly.
 *
 * <p>One call of an account is talked at a time on this machine, the one that the user turned to last: {@link #dial},
 * {@link #redial}, {@link #answer}, {@link #resume}, {@link #retrieve}, {@link #pickUp} and {@link #merge} put every other
 * ACTIVE call of the same account on hold (its audio is paused at once, before anything of the new call can be heard; the PBX
 * is told at the same time), and who answers a call that the user has turned away from is held when they do. When the talked
 * call ends, the others stay on hold. A command that fails before its call exists holds nobody. The configuration may switch
 * this off.
 *
 * <p>A call that is {@link MediaState#ELSEWHERE} may be given to {@link #answer}, {@link #reject(CallId, Rejection)},
 * {@link #hangUp}, {@link #hold}, {@link #resume}, both transfers, {@link #park}, {@link #merge} and {@link #record}: the PBX
 * does it on the other device. What needs its sound is UNSUPPORTED.
 *
 * <p>Failures common to all: NOT_CONNECTED (the account has no connection; nothing was sent), UNKNOWN_CALL, WRONG_STATE (the
 * message names the state), REFUSED (the PBX said no; the message says what it gave), TIMED_OUT, STOPPED (the provider is being
 * replaced; the call goes on, wait for the replay), DENIED (policy, never for an emergency number; or the consumer's bundle asks for
 * more than its share: 10,000 things at once, 1,000 a second in the long run).
 */
@ProviderType
public interface Calls {
    /** A snapshot of the calls that are not ENDED, oldest first. Never blocks. */
    List<Call> list();

    /**
     * Places a call. Completes as soon as the call exists (state DIALING) and its offer is on the wire; listen or look again
     * for what becomes of it.
     *
     * @param number as typed, or an address such as {@code tel:+4989123}; read by {@link Numbers#read}. INVALID if it is no
     *     number; DENIED if it is a link of which the user must be asked first: ask, then dial {@link Dialable#number}
     */
    CompletionStage<Call> dial(AccountId from, String number);

    /** Answers an incoming call. Completes when it is ACTIVE or has ended. */
    CompletionStage<Call> answer(CallId id);

    /** Declines an incoming call: {@link #reject(CallId, Rejection)} with DECLINED. */
    default CompletionStage<Call> reject(CallId id) {
        return reject(id, Rejection.DECLINED);
    }

    /** Turns an incoming call away. Completes when it has ended. */
    CompletionStage<Call> reject(CallId id, Rejection why);

    /**
     * Ends a call in any state, whichever device it is on; an unanswered own call is cancelled. Completes when it has ended.
     */
    CompletionStage<Call> hangUp(CallId id);

    /**
     * Holds an ACTIVE call: it hears nothing from here and is not heard here, at once. Completes when the PBX shows it; one
     * that says nothing for 2 s has consented.
     */
    CompletionStage<Call> hold(CallId id);

    /**
     * Takes a held call back. It is heard again when the PBX has agreed: in the legacy dialect it must answer a fresh offer; in
     * the modern one that says nothing for 2 s has consented. If it refuses (REFUSED) or does not answer (TIMED_OUT, 5 s), the
     * call stays on hold.
     */
    CompletionStage<Call> resume(CallId id);

    /**
     * Hands an ACTIVE call to {@code number} without asking first. Completes when this side is out of the call (TRANSFERRED). If
     * the PBX does not let go of it in 6 s (TIMED_OUT), the call is as it was.
     *
     * @param number read and judged as for {@link #dial}
     */
    CompletionStage<Call> transfer(CallId id, String number);

    /**
     * Attended transfer: joins the far ends of two ACTIVE calls of one account, held or not, and leaves both. Completes with
     * {@code id} when both have ended (TRANSFERRED); if it fails, both are as they were. Who consults first holds the one,
     * dials the other, and joins them by this or returns by {@link #hangUp} and {@link #resume}.
     *
     * @param consultation the call that {@code id} is handed to. INVALID if it is the same call or another account's
     */
    CompletionStage<Call> transfer(CallId id, CallId consultation);

    /**
     * Parks an ACTIVE call on an orbit. Completes when it has ended here (PARKED); REFUSED, with the call as it was, when a
     * call is parked there already.
     *
     * @param orbit the orbit's number, for example {@code 700}; a number that is denied is DENIED
     */
    CompletionStage<Call> park(CallId id, String orbit);

    /** Takes the call that is parked on {@code orbit}: a new call, placed by the star code for it, completed as {@link #dial}. */
    CompletionStage<Call> retrieve(AccountId by, String orbit);

    /** Takes the call that rings at another extension: a new call, placed by the star code for it, completed as {@link #dial}. */
    CompletionStage<Call> pickUp(AccountId by, String extension);

    /** Dials what this account dialled last, since the provider started. WRONG_STATE if that is nothing. */
    CompletionStage<Call> redial(AccountId from);

    /**
     * Brings two ACTIVE calls of one account and this side together in a conference room of the PBX: both are transferred
     * into the room, and the room is dialled. Completes with the new call to the room when it exists. If the PBX refuses the
     * first, both are as they were; if it refuses the second, the message says who is in the room and who is not.
     *
     * @param room the room's number; a number that is denied is DENIED
     */
    CompletionStage<Call> merge(CallId one, CallId other, String room);

    /** Has the PBX record an ACTIVE call, or stop recording. Completes when the PBX shows it; TIMED_OUT after 5 s. */
    CompletionStage<Call> record(CallId id, boolean on);

    /** Logs the account's extension in to a call queue as an agent, or out. Completes when the PBX has accepted it. */
    CompletionStage<Void> agent(AccountId who, String queue, boolean in);

    /** Silences the microphone for this call, or opens it again. */
    CompletionStage<Call> mute(CallId id, boolean muted);

    /** Sends DTMF digits ({@code 0-9 A-D * #}) in an ACTIVE call. Completes when they are accepted for sending. */
    CompletionStage<Call> press(CallId id, String digits);
}
