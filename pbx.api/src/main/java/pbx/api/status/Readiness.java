package pbx.api.status;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of the platform whose start is awaited before it is called ready. Register a service of this type, with the service
 * property {@link #PART}; the ready line shows what you say.
 */
@ConsumerType
@FunctionalInterface
public interface Readiness {
    /** Service property, {@code String}: which part, for example {@code console}. */
    String PART = "pbx.part";

    /**
     * Completes with a few words for the ready line, such as {@code softphone open}, when the part is up or will not come up
     * (then the words say so). MUST NOT block. May be asked more than once.
     */
    CompletionStage<String> ready();
}
