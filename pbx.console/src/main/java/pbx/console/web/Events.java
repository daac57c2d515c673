package pbx.console.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import pbx.console.Later;
import pbx.console.Office;
import pbx.console.Snapshot;
import pbx.console.Table;
import pbx.console.html.Page;
import pbx.console.security.Visitor;

/**
 * The page's events. A servlet of its own in the Web Console's servlet context: it is behind the same security provider,
 * but outside the frame that the console puts around its plugins, and asynchronous, which the console's servlet is not.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=org.apache.felix.webconsole)",
            "osgi.http.whiteboard.servlet.pattern=/pbx/events",
            "osgi.http.whiteboard.servlet.name=pbx.console.events",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
        })
public final class Events extends HttpServlet {
    private static final int MOST_STREAMS = 20;
    private static final int MOST_A_SECOND = 5;
    private static final int HEARTBEAT_SECONDS = 10;
    private static final int TICK_SECONDS = 2;
    private static final int RETRY_MILLIS = 2000;
    private static final long serialVersionUID = 1L;

    private final transient Office office;
    private final transient Streams streams = new Streams(MOST_STREAMS);
    private final transient ScheduledExecutorService thread;
    private final transient Runnable unwatch;

    @Activate
    public Events(@Reference Office office) {
        this.office = office;
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread created = new Thread(task, "pbx.console-events");
            created.setDaemon(true);
            return created;
        });
        Pace pace = new Pace(Later.on(thread), System::nanoTime, 1000 / MOST_A_SECOND, this::publish);
        unwatch = office.watch(pace::changed);
        Future<?> unused =
                thread.scheduleAtFixedRate(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        // latencies, what plugins cost and what is said changes without being told
        unused = thread.scheduleAtFixedRate(() -> tick(pace), TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void deactivate() throws InterruptedException {
        unwatch.run();
        // not shutdownNow: an interrupt in the midst of a write would tear the connection
        thread.shutdown();
        streams.end();
        thread.awaitTermination(2, TimeUnit.SECONDS);
    }

    /** The console unregisters its servlets when its configuration changes; the browsers come back by themselves. */
    @Override
    public void destroy() {
        streams.end();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!streams.reserve()) {
            response.setHeader("Retry-After", "30");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "too many open Telephony pages; close one");
            return;
        }
        Visitor visitor = Visitor.of(request);
        Set<Table> tables = wanted(request, visitor);
        EventStream stream = null;
        boolean opened = false;
        try {
            stream = start(request, response, new Wish(tables, visitor));
            greet(stream);
            stream.open();
            opened = true;
        } finally {
            if (!opened) {
                giveUp(stream);
            }
        }
    }

    private void tick(Pace pace) {
        if (streams.wanted(Table.HEALTH)) {
            office.examine();
        }
        pace.changed(Table.ACCOUNTS);
        pace.changed(Table.PLUGINS);
        pace.changed(Table.WIRE);
    }

    /** Also when those go who have logged out meanwhile. */
    private void beat() {
        streams.endGone();
        streams.send("heartbeat", Frame.heartbeat());
    }

    private void giveUp(EventStream stream) {
        if (stream == null) {
            streams.release();
        } else {
            stream.close();
        }
    }

    /** The stream is known already, so that a change after this snapshot reaches it too. */
    private void greet(EventStream stream) {
        stream.send("retry", Frame.retry(RETRY_MILLIS));
        Snapshot snapshot = office.snapshot(stream.wish().tables());
        for (Table table : stream.wish().tables()) {
            stream.send(table.id(), frame(table, snapshot, stream.wish().controls(table)));
        }
    }

    /** Those that the page asks for, as far as its reader may see them. */
    private static Set<Table> wanted(HttpServletRequest request, Visitor visitor) {
        String names = "," + request.getParameter("tables") + ",";
        return Arrays.stream(Table.values())
                .filter(table -> names.contains("," + table.id() + ",") && visitor.may(table.reader()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Table.class)));
    }

    private EventStream start(HttpServletRequest request, HttpServletResponse response, Wish wish) throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        AsyncContext context = request.startAsync();
        return streams.add(context, response.getOutputStream(), wish);
    }

    private void publish(Set<Table> changed) {
        changed.removeIf(table -> !streams.wanted(table));
        if (!changed.isEmpty()) {
            Snapshot snapshot = office.snapshot(changed);
            changed.forEach(table -> streams.send(table, controls -> frame(table, snapshot, controls)));
        }
    }

    private static byte[] frame(Table table, Snapshot snapshot, boolean controls) {
        return Frame.event(table.id(), Page.rows(table, snapshot, Instant.now(), controls));
    }
}
