package pbx.api.message;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Register a service of this type and you hear of every conversation, first of those that were read or written in since the
 * provider started. Delivery is as for {@link pbx.api.history.HistoryListener}.
 */
@ConsumerType
@FunctionalInterface
public interface ChatListener {
    void chatChanged(ChatChange change);
}
