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
 *       (bounded) and told to the next one: a provider may be replaced between an offer and its answer.
 *   <li>The listener is called on its own queue and MUST only hand on.
 * </ul>
 */
@ConsumerType
@FunctionalInterface
public interface MessageListener {
    /** Service property, {@code String[]}: the kinds wanted. {@code *} wants all. */
    String KINDS = "pbx.kinds";

    void received(AccountId account, Message message);
}
