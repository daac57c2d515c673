/** What callers hear: tones, echoes and each other, as 10 ms frames of 48 kHz mono PCM. */
package pbx.simulator.sound;
