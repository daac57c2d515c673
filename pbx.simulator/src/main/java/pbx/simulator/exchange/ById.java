package pbx.simulator.exchange;

import java.util.function.ToIntFunction;
import pbx.simulator.wire.Frame;
import pbx.simulator.wire.UnknownShapes;

/** The actions that name a call by its {@code id} in {@code call-state}, most of them of the first generation. */
final class ById {
    private static final int NO_CALL = 481;

    private final CallControl control;
    private final Board board;

    ById(CallControl control, Board board) {
        this.control = control;
        this.board = board;
    }

    /** {@code blind-transfer2}, and {@code blind-transfer}, in which {@code from} is the far end. */
    void blindTransfer(Phone phone, Frame frame) {
        with(phone, frame, "id", device -> control.transfer(device, frame.text("to")));
    }

    /** {@code att-transfer}: {@code id} is the call that another, {@code id2}, was dropped onto. */
    void attendedTransfer(Phone phone, Frame frame) {
        with(phone, frame, "id", onto -> control.find(phone.account(), frame.text("id2"))
                .map(dragged -> control.join(dragged, onto))
                .orElse(NO_CALL));
    }

    void record(Phone phone, Frame frame) {
        with(phone, frame, "id", device -> control.record(device, "on".equals(frame.text("startstop"))));
    }

    /** {@code make-call}: click to dial at the desk phone. */
    void dial(Phone phone, Frame frame) {
        if (!frame.text("to").isEmpty()) {
            control.dial(phone.account(), frame.text("to"));
        }
    }

    /** {@code hold-call}: holds or resumes. */
    void hold(Phone phone, Frame frame) {
        with(phone, frame, "id", device -> control.hold(device, !device.holding()));
    }

    void accept(Phone phone, Frame frame) {
        with(phone, frame, "id", control::answer);
    }

    void clear(Phone phone, Frame frame) {
        with(phone, frame, "id", control::hangUp);
    }

    /** A refusal is told, and the calls are shown again: the client may have thought that they had changed. */
    private void with(Phone phone, Frame frame, String name, ToIntFunction<Device> action) {
        String id = frame.text(name);
        int refusal = control.find(phone.account(), id).map(action::applyAsInt).orElse(NO_CALL);
        if (refusal != 0) {
            phone.send(UnknownShapes.refused(id, refusal).toString());
            board.showCallsAgain(phone);
        }
    }
}
