/**
 * Devices by name and the processing of their sound: libpulse through JNA, and webrtc-java's audio processing. Both natives are
 * loaded here once, for {@code pbx.webrtc} is no bundle that could be replaced.
 */
package pbx.webrtc.device;
