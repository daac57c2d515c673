/** What somebody does to the PBX from outside the wire: scenarios, faults, time. One model, {@link pbx.simulator.control.Control}. */
package pbx.simulator.control;
