package screenpop;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallListener;
import pbx.api.call.CallState;

/** Opens a page, or tells a web server, when a call comes in. A call that has stopped ringing long ago pops up nowhere. */
@Component(immediate = true, configurationPid = "screenpop")
@Designate(ocd = Configuration.class)
public final class ScreenPop implements CallListener {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenPop.class);
    private static final Duration STALE = Duration.ofSeconds(30);
    private static final int MOST_WAITING = 100;

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, 5, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), ScreenPop::thread);
    private volatile List<Pop> pops;

    @Activate
    public ScreenPop(Configuration configuration) {
        this(pops(configuration));
    }

    ScreenPop(List<Pop> pops) {
        this.pops = pops;
        thread.allowCoreThreadTimeOut(true);
    }

    @Modified
    void modified(Configuration configuration) {
        pops = pops(configuration);
    }

    /** What is on its way is given up. */
    @Deactivate
    void stop() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(2, TimeUnit.SECONDS);
    }

    @Override
    public void callChanged(CallChange change) {
        Call call = change.after();
        if (!call.offered() || !change.entered(CallState.RINGING)) {
            return;
        }
        Ringing ringing = Ringing.of(call);
        for (Pop pop : pops) {
            try {
                thread.execute(() -> run(pop, ringing));
            } catch (RejectedExecutionException e) {
                LOG.warn("{} calls wait to be told: this one is not", MOST_WAITING);
            }
        }
    }

    private static void run(Pop pop, Ringing ringing) {
        if (Duration.between(ringing.began(), Instant.now()).compareTo(STALE) > 0) {
            LOG.warn("a call rang {} s ago: nobody is told of it any more", STALE.toSeconds());
            return;
        }
        try {
            pop.tell(ringing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) { // whatever it is, the next call is told
            LOG.error("nobody could be told of a call: {}", e.toString());
        }
    }

    private static List<Pop> pops(Configuration configuration) {
        java.util.ArrayList<Pop> pops = new java.util.ArrayList<>();
        if (!configuration.page().isBlank()) {
            pops.add(new Page(configuration.page(), List.of(configuration.browser())));
        }
        if (!configuration.webhook().isBlank()) {
            pops.add(new Webhook(
                    URI.create(configuration.webhook()),
                    configuration._secret(),
                    Duration.ofSeconds(configuration.timeout()),
                    configuration.tries()));
        }
        return List.copyOf(pops);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "screenpop");
        thread.setDaemon(true);
        return thread;
    }
}
