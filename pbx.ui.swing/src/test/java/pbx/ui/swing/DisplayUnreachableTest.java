package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The build runs this with a DISPLAY at which nobody is. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only X11 can name a display that is not there")
class DisplayUnreachableTest {
    @Test
    void aDisplayThatIsNotThereIsNone() throws Exception {
        for (int attempt = 0; attempt < 2; attempt++) {
            Softphone phone = new Softphone(Samples.settings(Settings.class, true, "light", "en"));
            assertEquals("headless", phone.ready().toCompletableFuture().get(30, TimeUnit.SECONDS));
            phone.deactivate();
        }
    }
}
