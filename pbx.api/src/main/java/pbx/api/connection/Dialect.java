package pbx.api.connection;

/** Who makes the offer of an outbound call: the PBXs differ, and the protocol notes contradict each other (5.2). */
public enum Dialect {
    /** The PBX answers the offer that we send: seen on 67.0 and before. */
    LEGACY,
    /** The PBX ignores our offer and sends its own, which we MUST answer: seen on 70.1. */
    MODERN
}
