/** Samples and what is made of them; knows neither calls nor devices. */
package pbx.media.sound;
