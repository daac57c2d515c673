package pbx.api.media;

import java.util.concurrent.CompletionStage;

/** Sound of a plugin's own, on its way to a call's far end. */
public interface Injection extends AutoCloseable {
    /**
     * Appends samples (48 kHz, mono) as far as there is room, and returns how many were taken; 0 once it is closed. There is
     * room for one second. Never blocks.
     */
    int offer(short[] samples, int from, int count);

    /** How many samples there is room for. */
    int room();

    /** Completes when all that was taken has been sent, or it is closed. */
    CompletionStage<Void> sent();

    /** What was not sent yet is dropped. Closing twice does nothing. */
    @Override
    void close();
}
