package pbx.api.call;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Register a service of this type and you hear of every call; unregister it, or stop your bundle, and you hear no more.
 *
 * <ul>
 *   <li>On arrival the provider MUST tell one change with {@code before} empty for each call that is not ENDED.
 *   <li>Then each change MUST be told once, in the order in which it happened; ENDED is the last for its call.
 *   <li>It MUST NOT be called concurrently with itself. It is called on a thread of its own queue: it may block, and then
 *       delays nobody but itself.
 *   <li>If it falls behind by more than the provider's bound it is quarantined: it hears no more, and that is logged as an
 *       error with the bundle's name.
 *   <li>An exception is logged with the bundle's name; delivery goes on.
 *   <li>When the provider is replaced, the new one tells what exists again, {@code before} empty.
 * </ul>
 */
@ConsumerType
@FunctionalInterface
public interface CallListener {
    void callChanged(CallChange change);
}
