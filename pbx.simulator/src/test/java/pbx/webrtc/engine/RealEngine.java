package pbx.webrtc.engine;

import pbx.webrtc.AudioEngine;

/** The real engine for tests of this module; it is made in the engine's own package. */
public final class RealEngine implements AutoCloseable {
    private final Engine engine = new Engine(Natives.load(), Network::leadsOutward);

    public AudioEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        engine.stop();
    }
}
