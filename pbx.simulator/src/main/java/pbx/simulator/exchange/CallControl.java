package pbx.simulator.exchange;

import java.util.Optional;

/**
 * What an extension does with its calls from outside of them: over REST, with the actions that name a call by {@code id}, or
 * because a test plays its desk phone. Confined to the loop.
 */
final class CallControl {
    private static final int WRONG_STATE = 491;
    private static final int DECLINED = 603;

    private final Switchboard switchboard;
    private final Transfer transfer;
    private final Dialling dialling;
    private final Legs legs;

    CallControl(Switchboard switchboard, Transfer transfer, Dialling dialling, Legs legs) {
        this.switchboard = switchboard;
        this.transfer = transfer;
        this.dialling = dialling;
        this.legs = legs;
    }

    /** The account's device in the call of that id, be it the device's own or the call's. */
    Optional<Device> find(Account account, String id) {
        Optional<Device> own = account.devices().stream()
                .filter(device -> device.answersTo(id))
                .findFirst();
        return own.or(() -> account.devices().stream()
                .filter(device ->
                        device.call().filter(call -> call.id().equals(id)).isPresent())
                .findFirst());
    }

    /** Places a call at the desk phone. */
    String dial(Account account, String number) {
        DeskLeg desk = new DeskLeg(legs.newId(), account);
        dialling.place(desk, number);
        return desk.callid();
    }

    /** A desk phone that rings takes the call. */
    int answer(Device device) {
        Optional<Call> call = device.call().filter(mine -> mine.ringing().contains(device));
        boolean possible = device instanceof DeskLeg && call.isPresent();
        call.filter(mine -> possible).ifPresent(mine -> switchboard.answer(mine, device));
        return possible ? 0 : WRONG_STATE;
    }

    int hold(Device device, boolean holding) {
        boolean possible = device.call().filter(Call::connected).isPresent();
        if (possible) {
            switchboard.hold(device, holding);
        }
        return possible ? 0 : WRONG_STATE;
    }

    /** Hangs up, gives up or declines. The device is told, for it did not ask for it itself. */
    int hangUp(Device device) {
        device.call().ifPresent(call -> {
            if (call.ringing().contains(device)) {
                device.cancel(false);
                switchboard.reject(call, device, DECLINED);
            } else {
                switchboard.fail(call, 0);
            }
        });
        return 0;
    }

    int reject(Device device) {
        boolean rings =
                device.call().filter(call -> call.ringing().contains(device)).isPresent();
        return rings ? hangUp(device) : WRONG_STATE;
    }

    int transfer(Device device, String number) {
        return transfer.blind(device, number);
    }

    int join(Device first, Device second) {
        return transfer.join(first, second);
    }

    /** Marks the call as recorded for everybody in it, or no longer. */
    int record(Device device, boolean on) {
        Optional<Call> call = device.call().filter(Call::connected);
        call.filter(mine -> mine.recording() != on).ifPresent(mine -> {
            mine.recording(on);
            mine.devices().forEach(each -> each.recorded(on));
        });
        return call.isPresent() ? 0 : WRONG_STATE;
    }
}
