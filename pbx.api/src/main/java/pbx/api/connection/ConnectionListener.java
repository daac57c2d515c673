package pbx.api.connection;

import org.osgi.annotation.versioning.ConsumerType;

/** Register a service of this type and you hear of every connection. Delivery is as for {@link pbx.api.call.CallListener}. */
@ConsumerType
@FunctionalInterface
public interface ConnectionListener {
    void connectionChanged(ConnectionChange change);
}
