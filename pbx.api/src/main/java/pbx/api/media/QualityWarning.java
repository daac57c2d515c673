package pbx.api.media;

/** What is wrong with a call's audio. Each has held in at least 3 of the last 5 seconds; SILENT and ONE_WAY in all 5. */
public enum QualityWarning {
    /** Round trip above 400 ms: both speak at the same time. */
    SLOW,
    /** Jitter above 30 ms. */
    JITTERY,
    /** More than 1 % of the packets to this side are lost. */
    LOSSY,
    /** The estimated score is below 3.5. */
    POOR,
    /** Nothing arrives, and nothing is known to arrive at the far end. */
    SILENT,
    /** Audio flows one way only: we send and nothing arrives, or it arrives and nothing is sent. */
    ONE_WAY
}
