package pbx.simulator.exchange;

import java.time.Duration;
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
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Switchboard switchboard;
    private final Map<String, Facility> orbits = new LinkedHashMap<>();

    Orbits(Switchboard switchboard, String domain) {
        this.switchboard = switchboard;
        IntStream.rangeClosed(FIRST, LAST)
                .mapToObj(Integer::toString)
                .forEach(number ->
                        orbits.put(number, new Facility(Facility.ORBITS, new Party(number, "Park " + number, domain))));
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

    /** The call's caller is parked. The PBX's own numbers can be, too; they lose patience, since nobody is there to hang up. */
    void park(Call call, Facility orbit) {
        ServiceEnd music = new ServiceEnd(orbit, Programs.music());
        switchboard.answer(call, music);
        if (call.devices().isEmpty()) {
            switchboard.hangUpAfter(PATIENCE, call, music);
        }
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
