package pbx.simulator.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pbx.simulator.sound.Programs;
import pbx.simulator.wire.Party;

/** The park orbits: each holds one call, which hears music. */
final class Orbits implements Dialplan {
    private static final int FIRST = 700;
    private static final int LAST = 709;
    private static final int EMPTY = 404;
    private static final int OCCUPIED = 486;

    private final Switchboard switchboard;
    private final Map<String, Facility> orbits = new LinkedHashMap<>();

    Orbits(Switchboard switchboard, String domain) {
        this.switchboard = switchboard;
        IntStream.rangeClosed(FIRST, LAST)
                .mapToObj(Integer::toString)
                .forEach(number ->
                        orbits.put(number, new Facility("orbits", new Party(number, "Park " + number, domain))));
    }

    List<Facility> all() {
        return List.copyOf(orbits.values());
    }

    /** The way that parks what is sent to the orbit, and fetches what is there for whoever dials it. */
    @Override
    public Optional<Destination> at(String number) {
        return orbit(number).map(Orbit::new);
    }

    Optional<Facility> orbit(String number) {
        return Optional.ofNullable(orbits.get(number));
    }

    int refusalToPark(Facility orbit) {
        return orbit.calls().isEmpty() ? 0 : OCCUPIED;
    }

    int refusalToFetch(Facility orbit) {
        return orbit.calls().isEmpty() ? EMPTY : 0;
    }

    /** The call's caller is parked. */
    void park(Call call, Facility orbit) {
        switchboard.answer(call, new ServiceEnd(orbit, Programs.music()));
    }

    /** The call's caller gets whoever is parked. */
    void fetch(Call call, Facility orbit) {
        Call parked = orbit.calls().get(0);
        End atOrbit = parked.to().orElseThrow();
        End waiting = parked.across(atOrbit).orElseThrow();
        switchboard.keepOnly(waiting, parked);
        call.answeredBy(waiting);
        switchboard.connect(call);
    }

    private final class Orbit implements Destination {
        private final Facility orbit;

        Orbit(Facility orbit) {
            this.orbit = orbit;
        }

        @Override
        public Party party() {
            return orbit.party();
        }

        @Override
        public int refusal(End from) {
            return refusalToFetch(orbit);
        }

        @Override
        public int refusalOfSent(End from) {
            return refusalToPark(orbit);
        }

        @Override
        public void take(Call call) {
            fetch(call, orbit);
        }

        @Override
        public void takeOver(Call call) {
            park(call, orbit);
        }
    }
}
