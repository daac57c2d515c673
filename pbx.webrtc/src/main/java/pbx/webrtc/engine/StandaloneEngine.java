package pbx.webrtc.engine;

import pbx.webrtc.AudioEngine;

/** The engine by itself, for programs and tests that run without a framework. */
public final class StandaloneEngine implements AutoCloseable {
    private final Engine engine = new Engine(Natives.load(), Network::leadsOutward);

    public AudioEngine engine() {
        return engine;
    }

    /** Frees every native object: their threads would keep the JVM from ending. */
    @Override
    public void close() {
        engine.stop();
    }
}
