package pbx.api.status;

import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** Collects what whoever helps needs to see, in one file. */
@ProviderType
public interface Support {
    /**
     * Writes a zip of versions, bundles, configuration, log, threads, health, metrics and masked wire recordings. It MUST
     * hold no secret, in whatever form. Never blocks. Completes with the file when it is written; fails with REFUSED (it
     * cannot be written; the message says why) or INVALID (there is something at {@code file} already).
     *
     * @param file where to; its folder MUST exist
     */
    CompletionStage<Path> write(Path file);
}
