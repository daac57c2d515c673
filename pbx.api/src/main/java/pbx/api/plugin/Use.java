package pbx.api.plugin;

/**
 * What a plugin uses of the platform, as the {@code osgi.service} capabilities and requirements in its manifest declare it
 * (bnd writes them). It is a declaration and no sandbox: code that runs in this JVM can get round it.
 */
public enum Use {
    /** Hears and changes presence: {@code PresenceListener}, {@code Presences}, {@code PersonAction}. */
    PRESENCE,
    /** Hears of calls: {@code CallListener}, {@code CallAction}. */
    CALLS,
    /** Makes, answers and ends calls: {@code Calls}. */
    CONTROL,
    /** Sound and devices: everything of {@code pbx.api.media}. */
    AUDIO,
    /** The PBX's messages themselves: {@code Connection}, {@code ConnectionListener}, {@code MessageListener}. */
    CONNECTION,
    /** Past calls, voicemail and chat: everything of {@code pbx.api.history} and {@code pbx.api.message}. */
    MESSAGES,
    /** Governs the platform: plugins and what they may use, settings, tokens, the wire and its sockets, health, support bundles, the end of it. */
    ADMINISTRATION
}
