/** How a call sounds, second by second. */
package pbx.media.quality;
