/** The tests' ear and mouth in the platform: a plugin that speaks a tone into every call and prints what it hears. */
package pbx.browser.probe;
