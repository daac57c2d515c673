package pbx.api.media;

/** One listener on one call's sound. */
public interface Tap extends AutoCloseable {
    /** How many frames were lost because the listener was too slow. */
    long lost();

    /** Closing twice does nothing. */
    @Override
    void close();
}
