package pbx.simulator.exchange;

import java.util.ArrayList;
import java.util.List;

/** The PBX's numbers that show who is there. */
record Facilities(Groups groups, Acd acd, Rooms rooms, Orbits orbits) {
    /** Those that are accounts of the tenant. Orbits have a stream of their own. */
    List<Facility> shown() {
        List<Facility> shown = new ArrayList<>(List.of(groups.facility(), acd.facility()));
        shown.addAll(rooms.all());
        return shown;
    }
}
