/** The doors: HTTP, TLS, login and WebSocket. */
package pbx.simulator.http;
