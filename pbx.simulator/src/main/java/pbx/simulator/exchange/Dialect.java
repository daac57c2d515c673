package pbx.simulator.exchange;

/** Which generation of the protocol a PBX speaks. */
public enum Dialect {
    /** The PBX answers the offer of a client that calls. */
    LEGACY("67.0.5"),
    /**
     * The PBX ignores that offer and sends its own with 183; who does not answer it loses the call at pick-up with 415. State of
     * the whole tenant goes only to those who asked for it.
     */
    MODERN("70.1");

    private final String version;

    Dialect(String version) {
        this.version = version;
    }

    /** What a PBX of this generation says after {@code PBX/} in its {@code Server} header. */
    public String version() {
        return version;
    }
}
