package pbx.api.plugin;

import org.osgi.annotation.versioning.ConsumerType;

/** Register a service of this type and you hear of every plugin. Delivery is as for {@link pbx.api.call.CallListener}. */
@ConsumerType
@FunctionalInterface
public interface PluginListener {
    void pluginChanged(PluginChange change);
}
