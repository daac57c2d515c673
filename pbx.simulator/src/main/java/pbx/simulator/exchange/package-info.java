/** Accounts, sockets and calls. Everything here belongs to one thread, {@link pbx.simulator.exchange.Loop}. */
package pbx.simulator.exchange;
