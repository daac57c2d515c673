package pbx.api.call;

/** Who placed the call. */
public enum Direction {
    /** The other party did. */
    IN,
    /** This side did. */
    OUT
}
