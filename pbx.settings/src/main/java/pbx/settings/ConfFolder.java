package pbx.settings;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.MetaTypeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When things happen: all files at activation, before it returns; then every look and every event on one thread. It takes
 * the BundleContext, which components here otherwise do not: definitions are found bundle by bundle.
 */
@Component(service = ConfigurationListener.class, immediate = true)
public final class ConfFolder implements ConfigurationListener {
    private static final Logger LOG = LoggerFactory.getLogger(ConfFolder.class);
    private static final long INTERVAL_MS = 500;

    private final Keeper keeper;
    private final ScheduledThreadPoolExecutor thread;
    private String trouble = "";

    @Activate
    public ConfFolder(
            BundleContext context,
            @Reference ConfigurationAdmin configurations,
            @Reference MetaTypeService definitions) {
        keeper = new Keeper(context, configurations, definitions);
        guarded(keeper::start);
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "pbx-settings");
            made.setDaemon(true);
            return made;
        });
        thread.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        thread.scheduleWithFixedDelay(() -> guarded(keeper::poll), INTERVAL_MS, INTERVAL_MS, TimeUnit.MILLISECONDS);
    }

    /** Edits that were told already still reach their files. */
    @Deactivate
    void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (event.getType() == ConfigurationEvent.CM_LOCATION_CHANGED) {
            return;
        }
        try {
            thread.execute(() -> guarded(() -> keeper.changed(event.getPid(), event.getFactoryPid())));
        } catch (RejectedExecutionException e) {
            // stopped
        }
    }

    private interface Task {
        void run() throws Exception;
    }

    /** The same trouble is told once; the message of an exception could hold a value. */
    private void guarded(Task task) {
        try {
            task.run();
            trouble = "";
        } catch (Exception e) {
            String now = e.getClass().getName();
            if (!trouble.equals(now)) {
                trouble = now;
                LOG.error("settings could not be matched with their files ({}); what is set stays in force", now);
            }
        }
    }
}
