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
    private static final int MOST_WAITING = 100;
    /** A web server that does not answer keeps each until its call is stale. */
    private static final int WEBHOOKS_AT_ONCE = 16;

    private final ThreadPoolExecutor pageThread = threads(1);
    private final ThreadPoolExecutor webhookThreads = threads(WEBHOOKS_AT_ONCE);
    private final Told told = new Told();
    private volatile List<Pop> pages;
    private volatile List<Pop> webhooks;

    @Activate
    public ScreenPop(Configuration configuration) {
        this(pages(configuration), webhooks(configuration));
    }

    ScreenPop(List<Pop> pages, List<Pop> webhooks) {
        this.pages = pages;
        this.webhooks = webhooks;
    }

    @Modified
    void modified(Configuration configuration) {
        List<Pop> nextPages = pages(configuration);
        webhooks = webhooks(configuration); // what is wrong in either leaves both as they were
        pages = nextPages;
    }

    /** What is on its way is given up. */
    @Deactivate
    void stop() throws InterruptedException {
        pageThread.shutdownNow();
        webhookThreads.shutdownNow();
        pageThread.awaitTermination(1, TimeUnit.SECONDS);
        webhookThreads.awaitTermination(1, TimeUnit.SECONDS);
    }

    @Override
    public void callChanged(CallChange change) {
        Call call = change.after();
        if (call.state() == CallState.ENDED) {
            told.remove(call.id());
        }
        // a call control that was replaced says again what rings
        if (call.offered() && change.entered(CallState.RINGING) && told.add(call.id())) {
            Ringing ringing = Ringing.of(call);
            pages.forEach(pop -> tell(pageThread, pop, ringing));
            webhooks.forEach(pop -> tell(webhookThreads, pop, ringing));
        }
    }

    private static void tell(ThreadPoolExecutor threads, Pop pop, Ringing ringing) {
        try {
            threads.execute(() -> run(pop, ringing));
        } catch (RejectedExecutionException e) {
            LOG.warn("{} calls wait to be told: this one is not", MOST_WAITING);
        }
    }

    private static void run(Pop pop, Ringing ringing) {
        if (ringing.stale(Instant.now())) {
            LOG.warn("a call rang too long ago: nobody is told of it any more");
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

    private static List<Pop> pages(Configuration configuration) {
        return configuration.page().isBlank()
                ? List.of()
                : List.of(new Page(configuration.page(), List.of(configuration.browser())));
    }

    private static List<Pop> webhooks(Configuration configuration) {
        return configuration.webhook().isBlank()
                ? List.of()
                : List.of(new Webhook(
                        URI.create(configuration.webhook()),
                        configuration._secret(),
                        Duration.ofSeconds(configuration.timeout()),
                        configuration.tries()));
    }

    private static ThreadPoolExecutor threads(int most) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                most, most, 5, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), ScreenPop::thread);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "screenpop");
        thread.setDaemon(true);
        return thread;
    }
}
