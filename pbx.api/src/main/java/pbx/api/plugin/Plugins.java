package pbx.api.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The plugins of the deploy folder, which is the truth: what lies there runs, also after a restart of the platform. No method
 * blocks. Stages fail with INVALID (no such plugin, nothing to go back to) or STOPPED.
 */
@ProviderType
public interface Plugins {
    /** A snapshot, ordered by file name. */
    List<Plugin> list();

    /**
     * Copies a jar into the deploy folder and starts it. Completes when it runs or has FAILED; a version that ran before it
     * then runs on.
     */
    CompletionStage<Plugin> deploy(Path jar);

    /** Stops a plugin and removes its jar from the deploy folder; its own data stays. */
    CompletionStage<Void> undeploy(String name);

    /**
     * Exchanges a plugin's jar and the one that it replaced: another call goes forward again. A provider MUST do so by itself
     * when a new version fails its health check within 30 s, and then say why in {@link Plugin#problem}.
     */
    CompletionStage<Plugin> rollBack(String name);

    /** Starts a quarantined plugin, or any bundle whose listener is quarantined, anew. */
    CompletionStage<Plugin> release(String name);

    /** Allows or denies a plugin one use, from now on and after restarts; the plugin is restarted if that changes anything. */
    CompletionStage<Plugin> allow(String name, Use use, boolean allowed);
}
