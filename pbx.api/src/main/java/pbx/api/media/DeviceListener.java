package pbx.api.media;

import org.osgi.annotation.versioning.ConsumerType;

/** Register a service of this type and you hear of every device. Delivery is as for {@link pbx.api.call.CallListener}. */
@ConsumerType
@FunctionalInterface
public interface DeviceListener {
    void deviceChanged(DeviceChange change);
}
