package pbx.simulator.exchange;

/** {@code *86} and an orbit: fetches who is parked there. */
final class FetchCode implements StarCodes.Code {
    private static final int NOT_FOUND = 404;

    private final Orbits orbits;

    FetchCode(Orbits orbits) {
        this.orbits = orbits;
    }

    @Override
    public String title() {
        return "Retrieve";
    }

    @Override
    public int refusal(End from, String number) {
        return orbits.orbit(number).map(orbits::refusalToFetch).orElse(NOT_FOUND);
    }

    @Override
    public void run(Call call, String number) {
        orbits.fetch(call, orbits.orbit(number).orElseThrow());
    }
}
