package pbx.api.call;

/** Why a call ended. */
public enum EndReason {
    /** Hung up after it was answered. */
    HUNG_UP,
    /** The caller gave up before anybody answered. */
    CANCELLED,
    /** Declined by the called party. */
    DECLINED,
    /** The called party is busy. */
    BUSY,
    /** Nobody answered in time. */
    NO_ANSWER,
    /** No such number, or it cannot be reached. */
    NOT_FOUND,
    /** Answered on another device of the same extension. */
    ANSWERED_ELSEWHERE,
    /** Handed over to somebody else. */
    TRANSFERRED,
    /** Parked on an orbit, from which anybody may retrieve it. */
    PARKED,
    /** The two sides could not agree on audio, or no audio path was found. */
    MEDIA,
    /** The connection to the PBX was lost and the PBX no longer knows the call. */
    LOST,
    /** Anything else; the text says what the PBX gave. */
    OTHER
}
