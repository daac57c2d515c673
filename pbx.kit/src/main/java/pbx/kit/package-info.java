/** What plugin authors and clients test with: an embedded PBX under control of a test, and what every plugin owes. */
package pbx.kit;
