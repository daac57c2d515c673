package pbx.simulator.exchange;

import java.util.Optional;

/** {@code *87} and an extension: takes the call that rings there. */
final class PickupCode implements StarCodes.Code {
    private static final int NOT_FOUND = 404;

    private final Tenant tenant;
    private final Switchboard switchboard;

    PickupCode(Tenant tenant, Switchboard switchboard) {
        this.tenant = tenant;
        this.switchboard = switchboard;
    }

    @Override
    public String title() {
        return "Pickup";
    }

    @Override
    public int refusal(End from, String number) {
        return from instanceof Device && ringing(number).isPresent() ? 0 : NOT_FOUND;
    }

    @Override
    public void run(Call call, String number) {
        Device picker = (Device) call.from();
        Call wanted = ringing(number).orElseThrow();
        switchboard.keepOnly(picker, call);
        switchboard.answer(wanted, picker);
    }

    private Optional<Call> ringing(String number) {
        return tenant.account(number).flatMap(account -> account.calls().stream()
                .filter(call -> call.ringing().stream().anyMatch(device -> device.account() == account))
                .findFirst());
    }
}
