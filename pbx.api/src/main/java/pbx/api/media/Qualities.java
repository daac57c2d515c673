package pbx.api.media;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import pbx.api.call.CallId;

/**
 * How calls sound and sounded: a flight recorder. No method blocks, and none fails: of a call that is not known nothing is
 * told.
 */
@ProviderType
public interface Qualities {
    /**
     * The readings of a call, oldest first, one a second, at least the last 5 minutes of it. They MUST be there after the
     * call's end, for at least the last 20 calls. When the provider is replaced, those of calls that have ended are gone.
     */
    List<Quality> readings(CallId call);

    /** How loud the call is now; empty where there is no session. Cheap: meters may ask 10 times a second. */
    Optional<Levels> levels(CallId call);
}
