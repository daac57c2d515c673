package pbx.simulator.exchange;

import pbx.simulator.wire.Frame;

/** {@code blind-transfer2}: the far end is sent on to another number, and the leg of who sends it ends. */
final class Transfer {
    private final Switchboard switchboard;
    private final Dialling dialling;

    Transfer(Switchboard switchboard, Dialling dialling) {
        this.switchboard = switchboard;
        this.dialling = dialling;
    }

    void blind(Phone phone, Frame frame) {
        switchboard.with(phone, frame.text("id"), (call, leg) -> {
            if (call.connected() && !frame.text("to").isEmpty()) {
                End stays = call.across(leg).orElseThrow();
                switchboard.dissolve(call);
                leg.audio().close();
                leg.bye(0);
                String id = stays instanceof Leg remaining ? remaining.callid() : switchboard.newId();
                dialling.place(stays, id, "", frame.text("to"));
            }
        });
    }
}
