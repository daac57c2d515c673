package pbx.api.media;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Register a service of this type and you hear of each call's audio once a second. Delivery is as for
 * {@link pbx.api.call.CallListener}, except that readings of one call which wait are merged: before of the first, after of
 * the last; where those are the same, as of a call that came and went meanwhile, nothing is told.
 */
@ConsumerType
@FunctionalInterface
public interface QualityListener {
    void qualityChanged(QualityChange change);
}
