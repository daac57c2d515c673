/** Microphone, speaker and ringer: each on a thread of its own. */
package pbx.media.device;
