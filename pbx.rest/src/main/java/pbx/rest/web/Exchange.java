package pbx.rest.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;

/** One request whose answer comes later: no thread waits for it, and it comes within 30 s whatever happens. */
final class Exchange implements AsyncListener {
    private static final Logger log = LoggerFactory.getLogger(Exchange.class);
    private static final long PATIENCE_MILLIS = 30_000;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final AtomicBoolean answered = new AtomicBoolean();

    Exchange(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    void answer(CompletionStage<Reply> stage) {
        AsyncContext context = request.startAsync();
        context.setTimeout(PATIENCE_MILLIS);
        context.addListener(this);
        // written on a thread of the web server: a slow client must not hold up the other stages of this bundle
        stage.whenComplete((reply, failure) -> context.start(
                () -> send(context, failure == null ? reply : problem(failure).reply())));
    }

    private void send(AsyncContext context, Reply reply) {
        if (answered.compareAndSet(false, true)) {
            try {
                reply.send(response);
            } catch (IOException gone) {
                log.debug("the client did not wait for its answer", gone);
            }
            context.complete();
        }
    }

    private static Problem problem(Throwable failure) {
        Throwable bare =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (bare instanceof PbxException e) {
            return Problem.of(e);
        }
        log.error("a request failed", bare);
        return new Problem(500, "error", "an error of the platform: its log says more");
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        send(event.getAsyncContext(), new Problem(504, "timed-out", "the PBX has not answered for 30 s").reply());
    }

    @Override
    public void onComplete(AsyncEvent event) {
        answered.set(true);
    }

    @Override
    public void onError(AsyncEvent event) {
        answered.set(true);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
