/** A call's sound for others: taps, injections, recordings. */
package pbx.media.tap;
