package pbx.api.plugin;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Asked by every provider before it serves a bundle. While there is no such service, everything is admitted.
 *
 * <ul>
 *   <li>A provider MUST NOT bind the listener of a bundle that is not admitted, and MUST log WARN naming the bundle.
 *   <li>Its service, as that bundle sees it, MUST fail with DENIED.
 *   <li>When the answer for a bundle changes, that bundle is restarted: providers need not ask again for what they bound.
 * </ul>
 */
@ProviderType
@FunctionalInterface
public interface Admission {
    /**
     * Never blocks; from any thread.
     *
     * @param bundle a bundle's symbolic name
     */
    boolean admits(String bundle, Use use);
}
