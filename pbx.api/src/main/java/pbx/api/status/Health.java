package pbx.api.status;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** How well the platform is: what {@code /health} tells monitors, for faces. */
@ProviderType
public interface Health {
    /**
     * Asks every check, the worst first. Never blocks; completes within seconds, also when a check hangs (that is a finding).
     * An answer MAY be as old as 2 s. Fails with STOPPED alone.
     */
    CompletionStage<List<Finding>> ask();
}
