/** The open WebSockets, behind a face of JDK types, so that the transport above can be replaced while they stay open. */
@org.osgi.annotation.bundle.Export(substitution = org.osgi.annotation.bundle.Export.Substitution.NOIMPORT)
@org.osgi.annotation.versioning.Version("1.0.0")
package pbx.websocket;
