/** Responses that go on for as long as their client listens; copied into the bundles that serve them. */
package pbx.stream;
