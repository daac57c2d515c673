package pbx.browser.probe;

import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import pbx.api.call.CallId;
import pbx.api.call.MediaState;
import pbx.api.media.MediaChange;
import pbx.api.media.MediaListener;
import pbx.api.media.MediaSession;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.AudioEngine.Registration;

/** Says 392 Hz into each call as soon as its audio is connected, and prints {@code probe ACCOUNT hears SOUND} line by line. */
@Component
public final class Probe implements MediaListener {
    private static final String OWNER = "media";
    private static final double HERTZ = 392;

    private final AudioEngine engine;
    private final Map<CallId, Attached> attached = new HashMap<>();

    private record Attached(Tone tone, Registration source, Registration sink) {
        void close() {
            source.close();
            sink.close();
        }
    }

    @Activate
    public Probe(@Reference AudioEngine engine) {
        this.engine = engine;
    }

    @Override
    public synchronized void mediaChanged(MediaChange change) {
        change.after().ifPresentOrElse(this::hear, () -> change.before()
                .map(MediaSession::call)
                .map(attached::remove)
                .ifPresent(Attached::close));
    }

    private void hear(MediaSession session) {
        if (session.state() == MediaState.CONNECTED) {
            attached.computeIfAbsent(session.call(), this::attach);
        }
        Attached mine = attached.get(session.call());
        if (mine != null) {
            mine.tone().silent(session.paused() || session.muted());
        }
    }

    private Attached attach(CallId call) {
        String session = call.account().value() + "/" + call.value();
        Tone tone = new Tone(HERTZ);
        Ear ear = new Ear(sound -> System.out.println("probe " + call.account() + " hears " + sound));
        return new Attached(tone, engine.source(OWNER, session, tone), engine.sink(OWNER, session, ear));
    }

    @Deactivate
    synchronized void close() {
        attached.values().forEach(Attached::close);
    }
}
