package pbx.media.sound;

/** Something that can be heard, 10 ms at a time. Used from one thread at a time; never blocks. */
@FunctionalInterface
public interface Sound {
    /** Adds the next 10 ms to {@code frame}; false when it is over and nothing was added. */
    boolean addTo(short[] frame);
}
