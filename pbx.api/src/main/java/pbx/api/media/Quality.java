package pbx.api.media;

import java.util.Objects;
import java.util.Optional;
import pbx.api.call.CallId;

/**
 * One reading of a call's audio, counted from the session's beginning.
 *
 * @param call whose
 * @param packetsSent RTP packets
 * @param packetsReceived RTP packets
 * @param packetsLost RTP packets that never came, as the receiver counts them; may be negative with duplicates
 * @param jitter ms
 * @param roundTrip ms; empty until the far end has reported
 * @param samplesReceived samples played, concealed ones included
 * @param samplesConcealed samples invented because their packet was missing
 * @param levelIn loudness of what is heard, 0 to 1
 * @param levelOut loudness of what is said, 0 to 1
 * @param codec for example {@code opus/48000}; empty until audio flows
 * @param path the selected candidate pair's types, for example {@code host/host}; empty until connected
 */
public record Quality(
        CallId call,
        long packetsSent,
        long packetsReceived,
        long packetsLost,
        double jitter,
        Optional<Double> roundTrip,
        long samplesReceived,
        long samplesConcealed,
        double levelIn,
        double levelOut,
        String codec,
        String path) {
    public Quality {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(roundTrip, "roundTrip");
        Objects.requireNonNull(codec, "codec");
        Objects.requireNonNull(path, "path");
    }
}
