package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The watch that all window tests are under does bite. */
@ExtendWith(Display.class)
class EdtWatchWindowTest {
    @Test
    void seesWhoWaitsThereAndWhoTouchesFromElsewhere() throws Exception {
        EdtWatch watch = new EdtWatch();
        watch.begin();
        JLabel label = new JLabel("one");
        JFrame frame = Driver.onEdt(() -> {
            JFrame made = new JFrame();
            made.add(label);
            made.setSize(200, 100);
            made.setVisible(true);
            return made;
        });
        label.setName("touched");
        label.setText("two, which is wider");
        CountDownLatch never = new CountDownLatch(1);
        CompletableFuture<Boolean> ran = new CompletableFuture<>();
        javax.swing.SwingUtilities.invokeLater(() -> {
            ran.complete(Edt.await(never, 60_000)); // what no code of the softphone may do there
        });
        watch.await(2);
        never.countDown();
        ran.get(20, TimeUnit.SECONDS);
        Driver.doOnEdt(frame::dispose);
        Set<String> seen = watch.end();
        assertEquals(2, seen.size(), seen::toString);
        assertTrue(seen.stream().anyMatch(one -> one.startsWith("main touches touched")), seen::toString);
        assertTrue(
                seen.stream()
                        .anyMatch(one -> one.contains("the EDT waits in ") && one.contains("pbx.ui.swing.Edt.await")),
                seen::toString);
    }
}
