package pbx.api.presence;

/** What an account is doing. */
public enum PresenceState {
    /** Not known: there is no connection, or the PBX has not said yet. */
    UNKNOWN,
    /** No phone is registered. */
    OFFLINE,
    /** Registered, no call. */
    IDLE,
    /** A call is being set up, from or to it. */
    RINGING,
    /** In a call. */
    TALKING,
    /** In a call that is on hold; of an orbit: a call is parked there. */
    HELD
}
