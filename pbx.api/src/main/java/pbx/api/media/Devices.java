package pbx.api.media;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The microphones and speakers of this machine, and which of them calls use. No method blocks.
 *
 * <p>A device that is wanted and missing MUST NOT end a call nor keep one from beginning: the system's choice is used
 * meanwhile, or nothing where there is none, and the problem is told. As soon as the wanted one is there it is used.
 */
@ProviderType
public interface Devices {
    /** The system's choice. */
    String DEFAULT = "default";

    /** No device: the far end hears silence, or nothing is played. */
    String NONE = "none";

    /** What was there when it was last looked, a second ago or two. */
    List<Device> list();

    /** What was chosen: a device's id or a part of its name ({@link Device#isMeant}), {@link #DEFAULT} or {@link #NONE}. */
    String chosen(Role role);

    /**
     * Chooses a device, in mid-call too, and keeps the choice in the configuration. It need not be plugged in. Fails with
     * INVALID where {@code device} is empty, with UNSUPPORTED where configurations cannot be kept.
     */
    CompletionStage<Void> choose(Role role, String device);

    /** Why a role has no device, or another one than was chosen, for people; empty where all is well or nothing is in use. */
    Optional<String> problem(Role role);
}
