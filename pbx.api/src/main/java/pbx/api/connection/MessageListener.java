package pbx.api.connection;

import org.osgi.annotation.versioning.ConsumerType;
import pbx.api.AccountId;

/**
 * Register a service of this type, with the service property {@link #KINDS}, and you hear the messages of these kinds from
 * every account's PBX.
 *
 * <ul>
 *   <li>Each message MUST be told once, in the order of the wire, never concurrently.
 *   <li>Signalling of calls ({@link Message#SIGNALLING}) that comes while no listener of its kind is registered MUST be kept
 *       (bounded) and told to the next one: a provider may be replaced between an offer and its answer. What comes
 *       within a minute after a bundle's listener of its kind has gone MUST be kept for that bundle too, whoever else listens.
 *   <li>A listener that is being stopped SHOULD throw a PbxException STOPPED: signalling that it is told meanwhile is kept, too.
 *   <li>The listener is called on its own queue and MUST only hand on. It MAY wait while too much of what it handed on is
 *       still to be done: that holds up nobody else.
 *   <li>To a listener that is thousands of messages behind, the provider tells no further messages that are not signalling,
 *       and MUST ask the PBX for the whole picture when the listener has caught up: what was left out is never lost silently.
 * </ul>
 */
@ConsumerType
@FunctionalInterface
public interface MessageListener {
    /** Service property, {@code String[]}: the kinds wanted. {@code *} wants all. */
    String KINDS = "pbx.kinds";

    void received(AccountId account, Message message);
}
