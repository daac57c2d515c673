package pbx.health.check;

/** The groups of checks that are asked together. */
public final class Tags {
    /** All of them: is anything wrong with the platform? */
    public static final String HEALTH = "pbx";
    /** Those that say whether calls can be made now. */
    public static final String READY = "pbx-ready";

    private Tags() {}
}
