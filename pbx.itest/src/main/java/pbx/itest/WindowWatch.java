package pbx.itest;

import java.awt.AWTEvent;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.WindowEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Hears when a window of that name opens, whoever's it is. */
final class WindowWatch implements AutoCloseable {
    private final CompletableFuture<Long> opened = new CompletableFuture<>();
    private final AWTEventListener listener;

    WindowWatch(String name) {
        listener = event -> {
            if (event.getID() == WindowEvent.WINDOW_OPENED
                    && name.equals(((WindowEvent) event).getWindow().getName())) {
                opened.complete(System.nanoTime());
            }
        };
        Toolkit.getDefaultToolkit().addAWTEventListener(listener, AWTEvent.WINDOW_EVENT_MASK);
    }

    /** When the next one did, as {@link System#nanoTime}. */
    long opened() throws Exception {
        return opened.get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        Toolkit.getDefaultToolkit().removeAWTEventListener(listener);
    }
}
