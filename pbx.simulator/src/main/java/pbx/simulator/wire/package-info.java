/** JSON on the wire: frames in, read leniently, and frames out, written exactly. */
package pbx.simulator.wire;
