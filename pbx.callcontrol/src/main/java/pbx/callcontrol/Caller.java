package pbx.callcontrol;

import pbx.api.call.Party;
import pbx.api.connection.Message;

/** Who calls, from an invitation. Observed order: the number in {@code from}, then {@code from-user} (protocol notes 5.4). */
final class Caller {
    private Caller() {}

    static Party of(Message invite) {
        Party header = Party.ofHeader(invite.text("from")).orElse(new Party(invite.text("from-user"), ""));
        String display = invite.text("from-display");
        return display.isBlank() ? header : new Party(header.number(), display);
    }
}
