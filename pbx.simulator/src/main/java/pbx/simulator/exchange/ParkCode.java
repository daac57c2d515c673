package pbx.simulator.exchange;

import java.util.Optional;

/** {@code *85} and an orbit: parks the far end of the dialler's other call; or what is sent to it by transfer. */
final class ParkCode implements StarCodes.Code {
    private static final int NOT_FOUND = 404;

    private final Switchboard switchboard;
    private final Orbits orbits;
    private final StarCodes codes;

    ParkCode(Switchboard switchboard, Orbits orbits, StarCodes codes) {
        this.switchboard = switchboard;
        this.orbits = orbits;
        this.codes = codes;
    }

    @Override
    public String title() {
        return "Park";
    }

    @Override
    public int refusal(End from, String number) {
        return other(from).isEmpty() ? NOT_FOUND : refusalOfSent(from, number);
    }

    @Override
    public int refusalOfSent(End from, String number) {
        return orbits.orbit(number).map(orbits::refusalToPark).orElse(NOT_FOUND);
    }

    @Override
    public void run(Call call, String number) {
        Device mine = other(call.from()).orElseThrow();
        Call before = mine.call().orElseThrow();
        End waiting = before.across(mine).orElseThrow();
        switchboard.keepOnly(waiting, before);
        runForSent(switchboard.open(before.id(), waiting, call.wanted()), number);
        codes.confirm(call);
    }

    @Override
    public void runForSent(Call call, String number) {
        orbits.park(call, orbits.orbit(number).orElseThrow());
    }

    /** What else the dialler talks or holds, the latest. */
    private static Optional<Device> other(End from) {
        return from instanceof Device dialler
                ? dialler.account().devices().stream()
                        .filter(device -> device != dialler)
                        .filter(device -> device.call()
                                .filter(call ->
                                        call.connected() && !call.ringing().contains(device))
                                .isPresent())
                        .reduce((earlier, later) -> later)
                : Optional.empty();
    }
}
