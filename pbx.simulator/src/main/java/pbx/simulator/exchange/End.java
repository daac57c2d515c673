package pbx.simulator.exchange;

import pbx.simulator.wire.Party;

/** One end of a call: somebody's phone or a service of the PBX. */
sealed interface End permits Leg, ServiceEnd {
    Party party();
}
