package pbx.presence;

import java.util.Map;
import pbx.api.call.Party;
import pbx.api.connection.Message;
import pbx.api.presence.PresenceState;

/** One call of the tenant as a {@code call-state} describes it (protocol notes 6.3). */
record TenantCall(String id, Party from, Party to, PresenceState state) {
    static TenantCall of(Map<String, Object> call) {
        return new TenantCall(Message.text(call, "id"), party(call, "from"), party(call, "to"), state(call));
    }

    boolean involves(String number) {
        return from.number().equals(number) || to.number().equals(number);
    }

    /** Who {@code number} talks to. */
    Party other(String number) {
        return from.number().equals(number) ? to : from;
    }

    /** {@code from-number} and {@code from-name} where the PBX gives them, else what the header form holds. */
    static Party party(Map<String, Object> call, String side) {
        String number = Message.text(call, side + "-number");
        String name = Message.text(call, side + "-name");
        Party header = Party.ofHeader(Message.text(call, side)).orElse(new Party("", ""));
        return new Party(number.isEmpty() ? header.number() : number, name.isEmpty() ? header.name() : name);
    }

    /** Newer PBXs say {@code state}, older ones {@code callstate}; which of the two hold words is which side is unknown. */
    private static PresenceState state(Map<String, Object> call) {
        String state = Message.text(call, "state");
        return switch (state.isEmpty() ? Message.text(call, "callstate") : state) {
            case "connected" -> PresenceState.TALKING;
            case "holding", "onhold" -> PresenceState.HELD;
            default -> PresenceState.RINGING;
        };
    }
}
