package pbx.api.presence;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Register a service of this type and you hear of every presence. Delivery is as for {@link pbx.api.call.CallListener}, with
 * one difference: while you are busy, several changes of one account MAY be told as one, from the first {@code before} to the
 * last {@code after}, and not at all where those are the same.
 */
@ConsumerType
@FunctionalInterface
public interface PresenceListener {
    void presenceChanged(PresenceChange change);
}
