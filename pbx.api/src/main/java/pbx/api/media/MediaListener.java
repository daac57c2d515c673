package pbx.api.media;

import org.osgi.annotation.versioning.ConsumerType;

/** Register a service of this type and you hear of every session. Delivery is as for {@link pbx.api.call.CallListener}. */
@ConsumerType
@FunctionalInterface
public interface MediaListener {
    void mediaChanged(MediaChange change);
}
