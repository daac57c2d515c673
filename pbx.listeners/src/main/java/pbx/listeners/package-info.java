/**
 * What every provider needs around its picture: one thread that writes it, one bounded queue for each listener, one queue for
 * the stages of each consumer. Copied into each provider by bnd's {@code -conditionalpackage}, so that there is no bundle
 * whose update would touch them all.
 */
package pbx.listeners;
