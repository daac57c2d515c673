package pbx.media.quality;

import java.time.Instant;
import pbx.api.media.Quality;

/**
 * The engine's statistics at one moment.
 *
 * @param bytesIn RTP payload
 * @param bytesOut RTP payload
 * @param audible concealed samples that were not silence
 * @param waited seconds that all emitted samples together waited in the jitter buffer
 * @param emitted how many samples that were
 */
record Counters(Quality totals, Instant at, long bytesIn, long bytesOut, long audible, double waited, long emitted) {}
