/**
 * The audio engine on webrtc-java 0.14.0.
 *
 * <p>From the outside in: {@link pbx.webrtc.engine.Engine} is the face, {@code Registry} knows the sessions, a {@code LiveSession}
 * owns one thread and, on it, one {@code Peer} (factory, audio device and peer connection) with its {@code Negotiation}.
 * Native callbacks only post to that thread. What others see of a session is the {@code Picture}'s immutable record.
 */
package pbx.webrtc.engine;
