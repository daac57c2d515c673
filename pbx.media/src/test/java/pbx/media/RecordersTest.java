package pbx.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.media.Recording;
import pbx.listeners.WriterThread;

class RecordersTest {
    @TempDir
    Path folder;

    /** The picture still shows it: then whoever wanted the recording waited for ever. */
    @Test
    void aCallThatEndsInThatMomentCannotBeRecorded() throws Exception {
        try (WriterThread writer = new WriterThread("recorders");
                Stage stage = new Stage()) {
            Recorders recorders = new Recorders(stage.engine, writer, folder);
            CompletableFuture<Recording> done = new CompletableFuture<>();
            writer.post(() -> recorders.start(Stage.call("1"), Optional.of(new CallSound()), () -> {}, done));
            ExecutionException failed = assertThrows(ExecutionException.class, () -> done.get(30, TimeUnit.SECONDS));
            assertEquals(
                    Reason.UNKNOWN_CALL,
                    assertInstanceOf(PbxException.class, failed.getCause()).reason());
        }
    }
}
