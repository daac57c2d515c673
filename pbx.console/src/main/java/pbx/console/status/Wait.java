package pbx.console.status;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import pbx.api.PbxException;
import pbx.console.Later;

/** Looks every tenth of a second whether the console is there, until it is, or clearly will not be. */
final class Wait {
    static final int TICK_MILLIS = 100;
    private static final int TICKS_A_SECOND = 1000 / TICK_MILLIS;
    private static final int LIMIT_SECONDS = 10;
    private static final int SECONDS_TO_BELIEVE_A_STRANGER = 3;

    private final Later later;
    private final Supplier<Optional<String>> address;
    private final BooleanSupplier serverThere;
    private final BooleanSupplier listens;
    private final int port;
    private final CompletableFuture<String> words = new CompletableFuture<>();
    private int ticks;
    private int strange;

    /**
     * @param address where the console answers, once it does
     * @param serverThere whether our web server runs
     * @param listens whether anybody listens on the port; may take a moment
     */
    Wait(
            Later later,
            Supplier<Optional<String>> address,
            BooleanSupplier serverThere,
            BooleanSupplier listens,
            int port) {
        this.later = later;
        this.address = address;
        this.serverThere = serverThere;
        this.listens = listens;
        this.port = port;
    }

    CompletionStage<String> words() {
        return words.minimalCompletionStage();
    }

    boolean over() {
        return words.isDone();
    }

    void stop() {
        words.completeExceptionally(new PbxException(PbxException.Reason.STOPPED, "the console is being replaced"));
    }

    void look() {
        Optional<String> found = address.get();
        if (found.isPresent()) {
            words.complete("console " + found.get());
            return;
        }
        ticks++;
        if (ticks % TICKS_A_SECOND == 0) {
            askPort();
        }
        if (ticks == LIMIT_SECONDS * TICKS_A_SECOND) {
            words.complete(late());
        }
        if (!over()) {
            later.run(this::look, TICK_MILLIS);
        }
    }

    /** Our own server shows itself at once when it has the port: who listens for seconds without that is somebody else. */
    private void askPort() {
        strange = !serverThere.getAsBoolean() && listens.getAsBoolean() ? strange + 1 : 0;
        if (strange == SECONDS_TO_BELIEVE_A_STRANGER) {
            words.complete("console off: port " + port + " is in use; choose another: " + WebServer.PORT + " = "
                    + (port + 1) + " in conf/org.apache.felix.http.cfg");
        }
    }

    private String late() {
        String what = serverThere.getAsBoolean() ? "it" : "the web server on port " + port;
        return "console off: " + what + " did not start in " + LIMIT_SECONDS + " s; see the log";
    }
}
