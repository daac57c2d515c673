package pbx.simulator.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import pbx.simulator.wire.FacilityRow;
import pbx.simulator.wire.Party;

/** A number of the PBX's own that shows who is there: an orbit, a queue, a conference room, a group. */
final class Facility {
    static final String ORBITS = "orbits";

    private final String type;
    private final Party party;
    private final Set<Call> calls = new LinkedHashSet<>();

    /** @param type {@code hunts}, {@code acds}, {@code conferences} or {@code orbits} */
    Facility(String type, Party party) {
        this.type = type;
        this.party = party;
    }

    String type() {
        return type;
    }

    boolean isOrbit() {
        return type.equals(ORBITS);
    }

    Party party() {
        return party;
    }

    String number() {
        return party.number();
    }

    void add(Call call) {
        calls.add(call);
    }

    void remove(Call call) {
        calls.remove(call);
    }

    /** The calls that are there, the longest waiting first. */
    List<Call> calls() {
        return new ArrayList<>(calls);
    }

    FacilityRow row() {
        return new FacilityRow(
                type, party, calls.stream().map(CallView::ofStrangers).toList());
    }
}
