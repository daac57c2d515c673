package pbx.simulator.exchange;

import pbx.simulator.wire.Frame;
import pbx.simulator.wire.Wire;

/** Instant messages of the first generation: delivered to the sockets that are open, kept nowhere. */
final class Chat {
    private static final int LONGEST = 4_000;

    private final Tenant tenant;

    Chat(Tenant tenant) {
        this.tenant = tenant;
    }

    /** {@code chat}. Who wrote it is the socket's extension, whatever the frame says. */
    void say(Phone phone, Frame frame) {
        String text = Wire.chat(phone.account().number(), frame.words("message", LONGEST))
                .toString();
        tenant.account(frame.text("dest")).ifPresent(dest -> dest.phones().forEach(each -> each.send(text)));
    }
}
