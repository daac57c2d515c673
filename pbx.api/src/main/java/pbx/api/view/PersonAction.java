package pbx.api.view;

import org.osgi.annotation.versioning.ConsumerType;
import pbx.api.presence.Presence;

/**
 * Register a service of this type, with the service property {@link CallAction#LABEL}, and the softphone offers it in the menu of
 * each person of the directory. Threads and failures are as in {@link CallAction}.
 */
@ConsumerType
public interface PersonAction {
    /**
     * Does it.
     *
     * @param person as they were when somebody chose the action
     * @return one line for people: what was done. Empty: nothing is said
     */
    String act(Presence person);
}
