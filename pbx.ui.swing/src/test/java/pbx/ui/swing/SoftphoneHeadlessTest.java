package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import pbx.api.call.Party;
import pbx.api.presence.PresenceState;

/** On a machine without a display; the build runs these with {@code java.awt.headless=true}. */
class SoftphoneHeadlessTest {
    @Test
    void itSaysSoAndListensWithoutAWindow() throws Exception {
        Softphone phone = new Softphone(Samples.settings(Settings.class, true, "light", "en"));
        assertEquals("headless", ready(phone));
        phone.callChanged(Samples.first(Samples.incoming("1", new Party("40", "Ada"))));
        phone.presenceChanged(Samples.seen(Samples.person("40", "Ada", PresenceState.IDLE)));
        phone.modified(Samples.settings(Settings.class, true, "dark", "de"));
        assertEquals("headless", ready(phone));
        phone.deactivate();
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("AWT-EventQueue")));
    }

    @Test
    void turnedOffItSaysSo() throws Exception {
        Softphone phone = new Softphone(Samples.settings(Settings.class, false, "light", "en"));
        assertEquals("softphone off", ready(phone));
        phone.deactivate();
    }

    private static String ready(Softphone phone) throws InterruptedException, ExecutionException, TimeoutException {
        return phone.ready().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
