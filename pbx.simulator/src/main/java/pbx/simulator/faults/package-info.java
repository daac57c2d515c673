/** What goes wrong on the way of a frame, when somebody wants it to. */
package pbx.simulator.faults;
