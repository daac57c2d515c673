package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.Test;
import pbx.api.media.Devices;

/** Who chose no device has none opened: neither the system's nor one whose name has "none" in it. */
class LinesTest {
    private static final Texts TEXTS = Texts.of("en");

    private final Lines lines = new Lines(role -> Devices.NONE, TEXTS);

    @Test
    void whereNoneIsChosenNoneIsOpened() {
        assertEquals(
                "No microphone is chosen; choose one under Settings (Ctrl+,), Devices.",
                assertThrows(LineUnavailableException.class, lines::microphone).getMessage());
        AudioFormat voice = new AudioFormat(16_000, 16, 1, true, false);
        assertEquals(
                "No speaker is chosen; choose one under Settings (Ctrl+,), Devices.",
                assertThrows(LineUnavailableException.class, () -> lines.speaker(voice))
                        .getMessage());
    }

    @Test
    void whoPlaysAMessageHearsWhatToDo() throws Exception {
        CompletableFuture<Optional<String>> ended = new CompletableFuture<>();
        new Player(lines::speaker).play(Wav.of(new short[160], 16_000), ended::complete);
        assertEquals(
                Optional.of("No speaker is chosen; choose one under Settings (Ctrl+,), Devices."),
                ended.get(20, TimeUnit.SECONDS));
    }
}
