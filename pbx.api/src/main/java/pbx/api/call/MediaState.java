package pbx.api.call;

/** How a call's audio stands. */
public enum MediaState {
    /** There is no audio engine on this machine; the call is controlled without sound. */
    NONE,
    /** A session exists and is being connected. */
    CONNECTING,
    /** Audio flows as the hold and mute attributes say. */
    CONNECTED,
    /**
     * The path never came up, or it broke: an ACTIVE call is then offered anew until it is mended or hung up.
     * {@link pbx.api.media.MediaSession#problem()} says why.
     */
    FAILED,
    /** The call's audio is on another device of this extension. */
    ELSEWHERE
}
