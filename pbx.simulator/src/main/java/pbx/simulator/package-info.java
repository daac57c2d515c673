/**
 * The embedded PBX: thin but real. It is an own reading of the protocol notes and shares no class with the platform's side of the
 * wire, so that each keeps the other honest. What the notes leave open is marked [I] where it is decided.
 */
package pbx.simulator;
