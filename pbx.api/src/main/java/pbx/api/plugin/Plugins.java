package pbx.api.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** The plugins of the deploy folder. No method blocks. Stages fail with INVALID or STOPPED. */
@ProviderType
public interface Plugins {
    /** A snapshot, ordered by file name. */
    List<Plugin> list();

    /** Copies a jar into the deploy folder and starts it. Completes when it runs or has FAILED. */
    CompletionStage<Plugin> deploy(Path jar);

    /** Stops a plugin and removes its jar from the deploy folder; its own data stays. */
    CompletionStage<Void> undeploy(String name);
}
