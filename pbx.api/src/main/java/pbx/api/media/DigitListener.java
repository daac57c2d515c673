package pbx.api.media;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Register a service of this type and you hear of every key that is pressed at a far end, once a press, 40 to 100 ms after it
 * began. Keys are found by their two tones (ITU-T Q.23), since the audio engine plays received telephone events (RFC 4733)
 * as these; nothing is heard of a call on hold. Delivery is as for {@link pbx.api.call.CallListener}, without replay.
 */
@ConsumerType
@FunctionalInterface
public interface DigitListener {
    void digitHeard(Digit digit);
}
