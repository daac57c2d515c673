package pbx.simulator.exchange;

import java.util.Optional;
import pbx.simulator.wire.CallRow;

/** How a call looks from one side. */
final class CallView {
    private CallView() {}

    /** As the socket sees it: by the id of its own leg, so that the entry and its signalling belong together. */
    static CallRow at(Call call, Phone viewer) {
        Optional<Leg> own = call.legs().stream().filter(leg -> leg.at(viewer)).findFirst();
        return own.map(leg -> row(call, leg)).orElseGet(() -> of(call, viewer.account()));
    }

    /** As the extension sees it; strangers see it by the id of the caller's leg. */
    static CallRow of(Call call, Account viewer) {
        Optional<Leg> own =
                call.legs().stream().filter(leg -> leg.account() == viewer).findFirst();
        return own.map(leg -> row(call, leg)).orElseGet(() -> row(call, call.id(), strangersState(call)));
    }

    private static CallRow row(Call call, Leg own) {
        boolean held = call.across(own).filter(CallView::holds).isPresent();
        return row(call, own.callid(), state(call, own.holding(), held));
    }

    private static CallRow row(Call call, String id, String state) {
        return new CallRow(
                id,
                call.from().party(),
                call.to().map(End::party).orElse(call.wanted()),
                state,
                call.start(),
                call.connect(),
                call.legs().stream()
                        .map(Leg::account)
                        .filter(Account::inside)
                        .map(Account::number)
                        .distinct()
                        .toList());
    }

    private static String strangersState(Call call) {
        return state(call, false, call.legs().stream().anyMatch(Leg::holding));
    }

    private static String state(Call call, boolean holding, boolean held) {
        if (!call.connected()) {
            return "alerting";
        }
        return holding ? "holding" : held ? "onhold" : "connected";
    }

    private static boolean holds(End end) {
        return end instanceof Leg leg && leg.holding();
    }
}
