package pbx.api.plugin;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Registered by every provider: how delivery to each of its listeners stands. */
@ProviderType
@FunctionalInterface
public interface Deliveries {
    /** A snapshot. Never blocks. */
    List<Delivery> deliveries();
}
