package pbx.console.html;

/** The console's list of bundles shows no pbx.webrtc: whoever looks for it there finds the reason here. */
public final class EngineNote {
    /** One paragraph. */
    public static final String HTML =
            "<p id=\"pbx-engine\">The audio engine, pbx.webrtc, holds the calls that are up. It is part of the launcher and no"
                    + " bundle, so that no update, stop or refresh here can reach it: calls go on while everything else is"
                    + " replaced. A new version of pbx.webrtc needs a restart of the platform.</p>";

    private EngineNote() {}
}
