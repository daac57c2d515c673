package pbx.api.view;

import org.osgi.annotation.versioning.ConsumerType;
import pbx.api.PbxException;
import pbx.api.call.Call;

/**
 * Register a service of this type, with the service property {@link #LABEL}, and the softphone offers it on each call: "Open in
 * the CRM", "Start a survey".
 *
 * <ul>
 *   <li>Nothing of the plugin is called before somebody chooses the action.
 *   <li>{@link #act} MAY block: it is called on a thread of the action's own, one call at a time, and is given up after 5 s.
 *   <li>A failure that people should read is a {@link PbxException}.
 * </ul>
 */
@ConsumerType
public interface CallAction {
    /** Service property: what people read. It MAY be anybody's text and is shown as text. */
    String LABEL = "pbx.action.label";

    /**
     * Service property, names of {@link pbx.api.call.CallState}: in which states it is offered. Without it: {@code RINGING},
     * {@code CONNECTING} and {@code ACTIVE}.
     */
    String STATES = "pbx.action.states";

    /**
     * Does it.
     *
     * @param call as it was when somebody chose the action; it MAY be over by now
     * @return one line for people: what was done. Empty: nothing is said
     */
    String act(Call call);
}
