package pbx.api.status;

import org.osgi.annotation.versioning.ProviderType;

/** Ends the whole platform. */
@ProviderType
@FunctionalInterface
public interface Shutdown {
    /**
     * Stops every bundle in order, which ends all calls, and then the process, with status 0. Returns at once. Who calls it
     * MUST have asked a person, and MUST have noted who it was.
     */
    void begin();
}
