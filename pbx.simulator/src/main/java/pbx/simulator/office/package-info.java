/** The demo office: people who come, ring each other, talk, go to lunch, so that a first screen moves. */
package pbx.simulator.office;
