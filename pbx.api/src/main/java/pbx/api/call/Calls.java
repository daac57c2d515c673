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
 * <p>Failures common to all: NOT_CONNECTED (the account has no connection; nothing was sent), UNKNOWN_CALL, WRONG_STATE (the
 * message names the state), TIMED_OUT, STOPPED (the provider is being replaced; the call goes on, wait for the replay).
 */
@ProviderType
public interface Calls {
    /** A snapshot of the calls that are not ENDED, oldest first. Never blocks. */
    List<Call> list();

    /**
     * Places a call. Completes as soon as the call exists (state DIALING) and its offer is on the wire; listen or look again
     * for what becomes of it.
     *
     * @param number as typed: digits, {@code *} and {@code #} codes, a leading {@code +}; blanks, dots, dashes, slashes and
     *     brackets are dropped. INVALID if anything else is in it or nothing is left
     */
    CompletionStage<Call> dial(AccountId from, String number);

    /** Answers an incoming call. Completes when it is ACTIVE or has ended. */
    CompletionStage<Call> answer(CallId id);

    /** Declines an incoming call. Completes when it has ended. */
    CompletionStage<Call> reject(CallId id);

    /** Ends a call in any state; an unanswered own call is cancelled. Completes when it has ended. */
    CompletionStage<Call> hangUp(CallId id);

    /** Holds an ACTIVE call: it hears nothing from here and is not heard here. */
    CompletionStage<Call> hold(CallId id);

    /** Takes a held call back. */
    CompletionStage<Call> resume(CallId id);

    /** Hands an ACTIVE call to {@code number} without asking first. Completes when this side is out of the call. */
    CompletionStage<Call> transfer(CallId id, String number);

    /** Silences the microphone for this call, or opens it again. */
    CompletionStage<Call> mute(CallId id, boolean muted);

    /** Sends DTMF digits ({@code 0-9 A-D * #}) in an ACTIVE call. Completes when they are accepted for sending. */
    CompletionStage<Call> press(CallId id, String digits);
}
