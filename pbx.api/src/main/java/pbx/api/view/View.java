package pbx.api.view;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import pbx.api.PbxException;

/**
 * Register a service of this type, with the service properties {@link #NAME} and {@link #TITLE}, and the shell, the Web Console
 * and the softphone show it.
 *
 * <ul>
 *   <li>The methods MAY block. Faces call them on a thread of the view's own, one call at a time, and give up after 5 s.
 *   <li>Texts MAY be anybody's: faces MUST show them as text, whatever they contain.
 *   <li>A failure that people should read is a {@link PbxException}.
 * </ul>
 */
@ConsumerType
public interface View {
    /** Service property: what people type, for example {@code calllog}. */
    String NAME = "pbx.view.name";

    /** Service property: what stands above the panel, for example {@code Call log}. */
    String TITLE = "pbx.view.title";

    /**
     * What is to be seen.
     *
     * @param search what people look for; empty for all. What it means is the view's own affair
     */
    Panel show(String search);

    /**
     * Does what somebody chose.
     *
     * @param action {@link Action#name}
     * @param row {@link Row#id} of the row it was chosen on; empty for an action of the panel
     * @return one line for people: what was done
     */
    default String act(String action, Optional<String> row) {
        throw new PbxException(PbxException.Reason.UNSUPPORTED, "there is no action " + action);
    }
}
