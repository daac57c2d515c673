package probe;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallListener;
import pbx.api.call.Calls;

/**
 * A plugin that does harm, in a bundle of its own: a copy of this one under the name {@link #NAME}, where everything else rests.
 * What it does the system property {@link #MODE} says: {@code blocks}, {@code throws} or {@code floods}.
 */
@Component(immediate = true)
public final class Bad implements CallListener {
    static final String NAME = "pbx.bench.bad";
    static final String MODE = "pbx.bench.bad.mode";

    private final Calls calls;
    private final boolean here = isHere();
    private final Thread flood = new Thread(this::flood, "bad");

    @Activate
    public Bad(@Reference Calls calls) {
        this.calls = calls;
        flood.setDaemon(true);
        if (here) {
            flood.start();
        }
    }

    /** Whether this is the bad copy. */
    static boolean isHere() {
        return FrameworkUtil.getBundle(Bad.class).getSymbolicName().equals(NAME);
    }

    private static String mode() {
        return System.getProperty(MODE, "");
    }

    @Override
    public void callChanged(CallChange change) {
        if (here && mode().equals("throws")) {
            throw new IllegalStateException("bad");
        }
        if (here && mode().equals("blocks")) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Commands without end, none of which changes anything. */
    private void flood() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (mode().equals("floods")) {
                    for (Call call : calls.list()) {
                        var unused = calls.resume(call.id());
                    }
                } else {
                    Thread.sleep(100);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException refused) {
                // that is what a flood has to expect
            }
        }
    }

    @Deactivate
    void stop() {
        flood.interrupt();
    }
}
