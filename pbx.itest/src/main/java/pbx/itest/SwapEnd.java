package pbx.itest;

import java.util.List;
import java.util.Map;
import pbx.api.call.Call;
import pbx.webrtc.AudioEngine;

/** One end of a call: a session of the engine. */
record SwapEnd(AudioEngine engine, String owner, String session) {
    /** The embedded PBX's sessions in the engine. */
    static final String PBX = "simulator@localhost";

    /** The platform's own, which the bundles that are replaced use. */
    static SwapEnd here(AudioEngine engine, Call call) {
        return here(engine, call.account() + "/" + call.id());
    }

    static SwapEnd here(AudioEngine engine, String session) {
        return new SwapEnd(engine, "media", session);
    }

    /** The embedded PBX's newest, which nothing here replaces. */
    static SwapEnd there(AudioEngine engine) {
        List<AudioEngine.Session> sessions = engine.sessions(PBX);
        return new SwapEnd(engine, PBX, sessions.get(sessions.size() - 1).id());
    }

    AudioEngine.Registration say(AudioEngine.PcmSource source) {
        return engine.source(owner, session, source);
    }

    AudioEngine.Registration hear(AudioEngine.PcmSink sink) {
        return engine.sink(owner, session, sink);
    }

    /** The W3C statistics of what comes in. */
    Map<String, Object> inbound() throws Exception {
        return Office.get(engine.stats(owner, session)).stream()
                .filter(entry -> "inbound-rtp".equals(entry.get("type")))
                .findFirst()
                .orElseThrow();
    }
}
