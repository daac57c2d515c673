/**
 * The open WebSockets, behind a face of JDK types: between the bundle that keeps them and the one that talks on them, so that
 * each can be replaced without the other. A plugin hears messages by {@code pbx.api.connection} and has no use for it.
 */
@org.osgi.annotation.bundle.Export(substitution = org.osgi.annotation.bundle.Export.Substitution.NOIMPORT)
@org.osgi.annotation.versioning.Version("1.0.0")
package pbx.api.socket;
