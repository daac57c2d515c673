package pbx.api.history;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Register a service of this type and you hear of every account's history, first as it is. Delivery is as for
 * {@link pbx.api.call.CallListener}, except that of the changes of one account that wait only the last is told.
 */
@ConsumerType
@FunctionalInterface
public interface HistoryListener {
    void historyChanged(HistoryChange change);
}
