package pbx.api.call;

/** How an incoming call is turned away. */
public enum Rejection {
    /** Nobody wants to take it: 603 on the wire. */
    DECLINED,
    /** This side is busy: 486 on the wire; a PBX may go on to voicemail or the next agent. */
    BUSY
}
