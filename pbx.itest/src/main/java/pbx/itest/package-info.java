/** Tests inside a real Felix, with the embedded PBX, real sockets and real audio. */
package pbx.itest;
