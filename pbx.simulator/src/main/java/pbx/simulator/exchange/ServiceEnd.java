package pbx.simulator.exchange;

import pbx.simulator.wire.Party;

/** The PBX itself at one end of a call. */
record ServiceEnd(Service service, Party party) implements End {}
