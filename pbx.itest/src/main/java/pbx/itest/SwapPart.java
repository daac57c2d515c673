package pbx.itest;

/** What is replaced, and by which service it is known to be back. */
enum SwapPart {
    PLUGIN("pbx.itest.plugin", "(&(objectClass=pbx.api.call.CallListener)(swap=plugin))"),
    SOFTPHONE("pbx.ui.swing", "(&(objectClass=pbx.api.status.Readiness)(pbx.part=softphone))"),
    CONSOLE("pbx.console", "(felix.webconsole.label=pbx)"),
    SHELL("pbx.shell", "(osgi.command.scope=pbx)"),
    PLUGINS("pbx.plugins", "(objectClass=pbx.api.plugin.Plugins)"),
    HEALTH("pbx.health", "(objectClass=pbx.api.status.Support)"),
    REST("pbx.rest", "(objectClass=pbx.api.access.Tokens)"),
    MESSAGES("pbx.messages", "(objectClass=pbx.api.history.History)"),
    PRESENCE("pbx.presence", "(objectClass=pbx.api.presence.Presences)"),
    TRANSPORT("pbx.transport", "(&(objectClass=pbx.api.connection.Connection)(extension=45))"),
    WEBSOCKET("pbx.websocket", "(objectClass=pbx.api.socket.WebSockets)"),
    CALLCONTROL("pbx.callcontrol", "(objectClass=pbx.api.call.Calls)"),
    MEDIA("pbx.media", "(objectClass=pbx.api.media.Media)");

    final String bundle;
    final String service;

    SwapPart(String bundle, String service) {
        this.bundle = bundle;
        this.service = service;
    }

    /** The far end hears silence while this part is away: the microphone is its own. */
    boolean ownsTheMicrophone() {
        return this == MEDIA;
    }
}
