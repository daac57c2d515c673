package pbx.api.media;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import pbx.api.call.CallId;

/**
 * One reading of a call's audio. Counts are from the session's beginning; shares, bit rates, levels and the estimate are of
 * the time since the reading before, one second as a rule.
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
 * @param at when it was read, on this machine's clock
 * @param lost share of the packets to this side that never came, 0 to 1
 * @param concealed share of the played samples that were invented, 0 to 1
 * @param bitRateIn bit/s of RTP payload received
 * @param bitRateOut bit/s of RTP payload sent
 * @param score the listener's mean opinion score as estimated from the network's figures (ITU-T G.107), 1 to 4.5; 0: unknown
 * @param warnings what has been wrong long enough to be told
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
        String path,
        Instant at,
        double lost,
        double concealed,
        long bitRateIn,
        long bitRateOut,
        double score,
        Set<QualityWarning> warnings) {

    /** Counts alone: nothing is known of the last second. */
    public Quality(
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
        this(
                call,
                packetsSent,
                packetsReceived,
                packetsLost,
                jitter,
                roundTrip,
                samplesReceived,
                samplesConcealed,
                levelIn,
                levelOut,
                codec,
                path,
                Instant.EPOCH,
                0,
                0,
                0,
                0,
                0,
                Set.of());
    }

    public Quality {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(roundTrip, "roundTrip");
        Objects.requireNonNull(codec, "codec");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(at, "at");
        warnings = Set.copyOf(warnings);
    }
}
