/** A JUnit 5 kit for plugin authors: their own plugin in a real framework with the platform's bundles and the embedded PBX. */
package pbx.kit.plugin;
