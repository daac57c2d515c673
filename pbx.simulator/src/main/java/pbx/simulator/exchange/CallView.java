package pbx.simulator.exchange;

import java.util.Optional;
import pbx.simulator.wire.CallRow;

/** How a call looks from one side. */
final class CallView {
    private CallView() {}

    /** As the socket sees it: by the id of its own leg, so that the entry and its signalling belong together. */
    static CallRow at(Call call, Phone viewer) {
        Optional<Device> own = call.devices().stream()
                .filter(device -> device instanceof Leg leg && leg.link().to(viewer))
                .findFirst();
        return own.map(device -> row(call, device)).orElseGet(() -> of(call, viewer.account()));
    }

    /** As the extension sees it. */
    static CallRow of(Call call, Account viewer) {
        Optional<Device> own = call.devices().stream()
                .filter(device -> device.account() == viewer)
                .findFirst();
        return own.map(device -> row(call, device)).orElseGet(() -> ofStrangers(call));
    }

    /** As everybody else sees it: by the call's own id. */
    static CallRow ofStrangers(Call call) {
        return row(call, call.id(), state(call, false, call.devices().stream().anyMatch(Device::holding)));
    }

    private static CallRow row(Call call, Device own) {
        boolean held = call.across(own)
                .filter(end -> end instanceof Device far && far.holding())
                .isPresent();
        boolean rings = call.ringing().contains(own);
        return row(call, own.callid(), rings ? "alerting" : state(call, own.holding(), held));
    }

    private static CallRow row(Call call, String id, String state) {
        return new CallRow(
                id,
                call.from().party(),
                call.to().map(End::party).orElse(call.wanted()),
                state,
                call.start(),
                call.connect(),
                call.devices().stream()
                        .map(Device::account)
                        .filter(Account::inside)
                        .map(Account::number)
                        .distinct()
                        .toList(),
                call.recording());
    }

    private static String state(Call call, boolean holding, boolean held) {
        if (!call.connected()) {
            return "alerting";
        }
        return holding ? "holding" : held ? "onhold" : "connected";
    }
}
