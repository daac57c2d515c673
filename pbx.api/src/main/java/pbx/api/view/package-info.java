/**
 * What a plugin adds to the faces of the platform: a panel, drawn alike by each of them, and actions on a call and on a person.
 *
 * <p>A plugin that is itself written in Swing MAY register a {@link java.util.function.Supplier} of a {@code
 * javax.swing.JComponent} with the service property {@link pbx.api.view.View#TITLE}: the softphone gives it a tab. {@code get}
 * is called on the event dispatch thread, once for each window that is opened: it MUST NOT block, and MUST give another
 * component each time. The softphone lets the component go when the service is unregistered.
 */
@org.osgi.annotation.bundle.Export(substitution = org.osgi.annotation.bundle.Export.Substitution.NOIMPORT)
@org.osgi.annotation.versioning.Version("1.0.0")
package pbx.api.view;
