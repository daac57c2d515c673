package pbx.kit;

import pbx.simulator.exchange.Silence;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.engine.StandaloneEngine;

/** The audio engine outside a framework. */
record Engine(AudioEngine audio, Runnable end) {

    static Engine silent() {
        return new Engine(new Silence(), () -> {});
    }

    static Engine real() {
        StandaloneEngine standalone = new StandaloneEngine();
        return new Engine(standalone.engine(), standalone::close);
    }

    void close() {
        end.run();
    }
}
