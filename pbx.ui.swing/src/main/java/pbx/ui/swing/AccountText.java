package pbx.ui.swing;

import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;

/** An account in words. Pure. */
final class AccountText {
    private final Texts texts;

    AccountText(Texts texts) {
        this.texts = texts;
    }

    String state(ConnectionStatus status) {
        return texts.get("account.line", Plain.line(status.label()), texts.get("account." + status.state()));
    }

    /** What is wrong and what to do, or nothing. */
    String problem(ConnectionStatus status) {
        return status.problem().map(Plain::line).orElse("");
    }

    /** Before the first answer nobody knows how the wire is. */
    static boolean warnsOfWire(ConnectionStatus status) {
        return !status.secure() && status.state() != ConnectionState.CONNECTING;
    }
}
