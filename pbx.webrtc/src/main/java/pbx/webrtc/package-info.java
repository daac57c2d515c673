/**
 * The audio engine's face, of JDK types only. It is exported by the system bundle (the launcher's class path), so that no
 * update can reach it while calls are up.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package pbx.webrtc;
