package pbx.api.media;

/**
 * Loudness over the last tenth of a second, 0 (silence) to 1 (full scale), as root of the mean square.
 *
 * @param in what is heard of the far end
 * @param out what the far end gets
 * @param microphone what the microphone gives, muted or not: a UI can say "you are muted"
 */
public record Levels(double in, double out, double microphone) {}
