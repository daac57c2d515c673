package pbx.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Plugins;

/**
 * Runs what lies in the deploy folder. Everything happens on one thread. When the deployer itself is stopped its plugins go
 * on, and its successor takes them over.
 */
@Component(service = Plugins.class, immediate = true, configurationPid = "pbx.plugins")
@Designate(ocd = Configuration.class)
public final class Deployer implements Plugins {
    private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);

    private final Set<Reply<?>> open = ConcurrentHashMap.newKeySet();
    private final ComponentCheck check = new ComponentCheck();
    private final FolderMatch match;
    private final ScheduledThreadPoolExecutor thread;
    private volatile List<Plugin> published = List.of();
    private String trouble = "";

    @Activate
    public Deployer(BundleContext context, Configuration configuration) {
        this(context, Settings.of(configuration));
    }

    Deployer(BundleContext context, Settings settings) {
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "pbx-plugins");
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        match = new FolderMatch(
                context, settings, started -> later(() -> check.warn(started), ComponentCheck.AFTER_MS));
        later(this::poll, 0);
    }

    @Modified
    void modified(Configuration configuration) {
        Settings next = Settings.of(configuration);
        later(() -> match.configure(next), 0);
    }

    /** Plugins go on. What callers wait for fails, what is being installed is waited for, bounded. */
    @Deactivate
    void stop() throws InterruptedException {
        thread.shutdown();
        open.forEach(this::stopped);
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindRuntime(ServiceComponentRuntime runtime) {
        check.set(runtime);
    }

    void unbindRuntime(ServiceComponentRuntime runtime) {
        check.unset(runtime);
    }

    @Override
    public List<Plugin> list() {
        return published;
    }

    @Override
    public CompletionStage<Plugin> deploy(Path jar) {
        return reply(() -> match.deploy(jar));
    }

    @Override
    public CompletionStage<Void> undeploy(String name) {
        return reply(() -> {
            match.undeploy(name);
            return null;
        });
    }

    private interface Task<T> {
        T run() throws IOException;
    }

    private <T> CompletionStage<T> reply(Task<T> task) {
        Reply<T> reply = new Reply<>();
        open.add(reply);
        later(() -> answer(reply, task), 0);
        if (thread.isShutdown()) {
            stopped(reply);
        }
        return reply.stage();
    }

    private <T> void answer(Reply<T> reply, Task<T> task) {
        try {
            T value = task.run();
            published = match.list();
            reply.done(value);
        } catch (PbxException e) {
            reply.failed(e);
        } catch (IOException | RuntimeException e) {
            LOG.warn("the deploy folder: {}", Plain.text(e.toString()));
            reply.failed(new PbxException(Reason.INVALID, "the deploy folder cannot be changed: " + e, e));
        } finally {
            open.remove(reply);
        }
    }

    private void stopped(Reply<?> reply) {
        reply.failed(new PbxException(Reason.STOPPED, "the plugin deployer is being replaced: ask again"));
        open.remove(reply);
    }

    private void poll() {
        try {
            match.look();
            trouble = "";
        } catch (IOException | RuntimeException e) {
            if (!trouble.equals(e.toString())) {
                trouble = e.toString();
                LOG.error("the deploy folder cannot be followed: {}", Plain.text(trouble));
            }
        }
        published = match.list();
        later(this::poll, match.intervalMillis());
    }

    /** Callers may come late: once stopped there is nothing to do. */
    private void later(Runnable task, long afterMillis) {
        try {
            var unused = thread.schedule(task, afterMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // stopped
        }
    }
}
