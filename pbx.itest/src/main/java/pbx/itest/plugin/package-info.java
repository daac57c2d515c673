/** The classes of the plugin that the hot-swap tests pack into a jar of its own. */
package pbx.itest.plugin;
