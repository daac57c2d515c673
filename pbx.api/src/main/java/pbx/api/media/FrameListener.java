package pbx.api.media;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears a call's sound through a {@link Tap}. It is called on a thread of its own and may block; then it loses frames. */
@ConsumerType
@FunctionalInterface
public interface FrameListener {
    void heard(Frame frame);

    /** Nothing more comes: the tap was closed, the call is over, or the provider is being replaced. Told once. */
    default void ended() {}
}
