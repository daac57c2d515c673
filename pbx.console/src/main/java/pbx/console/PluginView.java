package pbx.console;

import pbx.api.plugin.Plugin;

/**
 * A plugin as the page shows it.
 *
 * @param eventsASecond how many events all its listeners were told in a second, lately
 */
public record PluginView(Plugin plugin, double eventsASecond) {}
