package skeleton;

import pbx.kit.plugin.PluginContract;

/** What every plugin owes; add tests of your own, with the platform as a parameter. */
class SkeletonTest implements PluginContract {}
