package pbx.api.message;

import org.osgi.annotation.versioning.ConsumerType;

/** Register a service of this type and you hear of every mailbox. Delivery is as for {@link pbx.api.history.HistoryListener}. */
@ConsumerType
@FunctionalInterface
public interface VoicemailListener {
    void voicemailChanged(VoicemailChange change);
}
