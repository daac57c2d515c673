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
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
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
import pbx.api.plugin.Admission;
import pbx.api.plugin.Deliveries;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.PluginListener;
import pbx.api.plugin.Plugins;
import pbx.api.plugin.Use;

/**
 * Runs what lies in the deploy folder, and sees to it that it harms nobody. Everything happens on one thread, save the watch
 * over what plugins spend. When the deployer itself is stopped its plugins go on, and its successor takes them over.
 */
@Component(
        service = {Plugins.class, Admission.class},
        immediate = true,
        configurationPid = "pbx.plugins")
@Designate(ocd = Configuration.class)
public final class Deployer implements Plugins, Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);

    private final Set<Reply<?>> open = ConcurrentHashMap.newKeySet();
    private final ComponentCheck check = new ComponentCheck();
    private final Health health = new Health(check);
    private final ScheduledThreadPoolExecutor thread;
    private final Parts parts;
    private final FolderMatch match;
    private final Ward ward;
    private final Watch watch;
    private final Picture picture;
    private final ServiceRegistration<ResolverHookFactory> gate;
    private Settings settings;
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
        this.settings = settings;
        parts = Parts.of(context, settings, this::foreign);
        match = new FolderMatch(
                parts.deployments(),
                parts.previous(),
                settings,
                (started, replaces) -> health.started(started, replaces, System.nanoTime()));
        ward = new Ward(context, parts, match, health);
        watch = new Watch(settings.limits(), parts.bundles()::all, this::runaway);
        picture = new Picture(parts, health, watch::load);
        parts.approvals()
                .approveLaunched(context, context.getDataFile("launched").toPath());
        parts.approvals().require(settings.trust().required());
        gate = context.registerService(ResolverHookFactory.class, parts.approvals(), null);
        later(this::poll, 0);
    }

    @Modified
    void modified(Configuration configuration) {
        configure(Settings.of(configuration));
    }

    /** Done when it holds. */
    CompletionStage<Void> configure(Settings next) {
        return reply(() -> {
            apply(next);
            return null;
        });
    }

    private void apply(Settings next) {
        settings = next;
        match.configure(next);
        watch.configure(next.limits());
        parts.own().configure(next.start());
        parts.approvals().require(next.trust().required());
        parts.vetting().configure(next.trust());
        parts.permissions().configure(next.denials());
        ward.applyTo(picture.list().stream()
                .filter(p -> !p.denied().equals(parts.permissions().denied(p.name())))
                .map(Plugin::name)
                .collect(Collectors.toSet()));
    }

    /** Plugins go on. What callers wait for fails, what is being installed is waited for, bounded. */
    @Deactivate
    void stop() throws InterruptedException {
        if (thread.isShutdown()) {
            return;
        }
        watch.close();
        gate.unregister();
        thread.shutdown();
        open.forEach(this::stopped);
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
        picture.close();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindRuntime(ServiceComponentRuntime runtime) {
        check.set(runtime);
    }

    void unbindRuntime(ServiceComponentRuntime runtime) {
        check.unset(runtime);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindDeliveries(Deliveries provider) {
        picture.add(provider);
    }

    void unbindDeliveries(Deliveries provider) {
        picture.remove(provider);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindListener(PluginListener listener, ServiceReference<PluginListener> from) {
        String owner = from.getBundle().getSymbolicName();
        later(() -> picture.listen(listener, owner), 0);
    }

    void unbindListener(PluginListener listener) {
        later(() -> picture.leave(listener), 0);
    }

    @Override
    public boolean admits(String bundle, Use use) {
        return parts.permissions().admits(bundle, use);
    }

    @Override
    public List<Plugin> list() {
        return picture.list();
    }

    @Override
    public CompletionStage<Plugin> deploy(Path jar) {
        return reply(() -> shown(match.deploy(jar)));
    }

    @Override
    public CompletionStage<Void> undeploy(String name) {
        return reply(() -> {
            match.undeploy(name);
            return null;
        });
    }

    @Override
    public CompletionStage<Plugin> rollBack(String name) {
        return reply(() -> shown(ward.rollBack(name)));
    }

    @Override
    public CompletionStage<Plugin> release(String name) {
        return reply(() -> ward.release(name));
    }

    @Override
    public CompletionStage<Plugin> allow(String name, Use use, boolean allowed) {
        return reply(() -> shown(ward.allow(name, use, allowed)));
    }

    private Plugin shown(Deployment deployment) {
        return picture.dressed(deployment.outcome(), deployment, picture.deliveries(), System.nanoTime());
    }

    /** On the watch's thread, which nothing may hold up. */
    private void runaway(Bundle plugin, String why) {
        String name = plugin.getSymbolicName();
        LOG.error("plugin {} is quarantined: {}; pbx:release {} starts it again", name, why, name);
        parts.bundles().stopApart(plugin);
        later(() -> ward.quarantine(name, why), 0);
        later(this::draw, 0);
    }

    /** Called while the framework resolves: nothing may be done here and now. */
    private void foreign(Bundle bundle) {
        later(
                () -> parts.audit()
                        .write(
                                "REFUSED",
                                "plugin",
                                String.valueOf(bundle.getSymbolicName()),
                                "version",
                                bundle.getVersion().toString(),
                                "file",
                                bundle.getLocation(),
                                "reason",
                                "bundles must be signed and come by the deploy folder or pbx:deploy"),
                0);
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
            draw();
            reply.done(value);
        } catch (PbxException e) {
            reply.failed(e);
        } catch (IOException | RuntimeException | Error e) {
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

    /** Whatever a look meets, there is a next one. */
    private void poll() {
        try {
            match.look();
            health.look(System.nanoTime(), settings.probation(), ward::rollBackUnwell);
            ward.look(picture.deliveries());
            trouble = "";
        } catch (IOException | RuntimeException | Error e) {
            if (!trouble.equals(e.toString())) {
                trouble = e.toString();
                LOG.error("the deploy folder cannot be followed: {}", Plain.text(trouble));
            }
        } finally {
            later(this::poll, match.intervalMillis());
        }
        draw();
    }

    private void draw() {
        picture.draw(parts.deployments().all(), System.nanoTime());
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
