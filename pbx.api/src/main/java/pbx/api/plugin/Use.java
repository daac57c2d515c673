package pbx.api.plugin;

/**
 * What a plugin uses of the platform, as the {@code osgi.service} capabilities and requirements in its manifest declare it
 * (bnd writes them). It is a declaration and no sandbox: code that runs in this JVM can get round it.
 */
public enum Use {
    /** Hears and changes presence: {@code PresenceListener}, {@code Presences}. */
    PRESENCE,
    /** Hears of calls: {@code CallListener}. */
    CALLS,
    /** Makes, answers and ends calls: {@code Calls}. */
    CONTROL,
    /** Audio of calls: {@code Media}, {@code MediaListener}. */
    AUDIO,
    /** The PBX's messages themselves: {@code Connection}, {@code ConnectionListener}, {@code MessageListener}. */
    CONNECTION
}
