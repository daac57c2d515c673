package pbx.api.media;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import pbx.api.call.CallId;

/**
 * A call that is being written to a file on this machine: WAV, stereo, this side left and the far end right, 16 kHz.
 *
 * @param began when, on this machine's clock
 */
public record Recording(CallId call, Path file, Instant began) {
    public Recording {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(began, "began");
    }
}
