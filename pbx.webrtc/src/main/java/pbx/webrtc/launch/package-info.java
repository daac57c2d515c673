/** The lock of the home folder: like the engine it is part of the launcher, since it is taken before there is any bundle. */
package pbx.webrtc.launch;
