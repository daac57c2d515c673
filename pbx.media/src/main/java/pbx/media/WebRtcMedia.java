package pbx.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.call.CallId;
import pbx.api.media.Candidate;
import pbx.api.media.MediaChange;
import pbx.api.media.MediaListener;
import pbx.api.media.MediaSession;
import pbx.api.media.Quality;
import pbx.api.plugin.Admission;
import pbx.api.plugin.Deliveries;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Use;
import pbx.listeners.Border;
import pbx.listeners.Listeners;
import pbx.listeners.Writer;
import pbx.listeners.WriterThread;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.AudioEngine.Registration;

/**
 * The sessions of the platform's calls on the audio engine. It owns no peer connection: a new instance finds the engine's
 * sessions and attaches devices to them again.
 */
@Component(
        immediate = true,
        configurationPid = MediaConfig.PID,
        service = {WebRtcMedia.class, Deliveries.class})
@Designate(ocd = MediaConfig.class)
public final class WebRtcMedia implements Deliveries {
    private static final Logger log = LoggerFactory.getLogger(WebRtcMedia.class);
    private static final int BOUND = 10_000;
    private static final Duration CLAIM_WITHIN = Duration.ofSeconds(15);
    private static final Duration BETWEEN_READINGS = Duration.ofMillis(100);
    private static final int READINGS = 20;
    private static final int TONE_MS = 100;
    private static final int GAP_MS = 50;

    final Border border = new Border();
    private final AudioEngine engine;
    private final Writer writer = new WriterThread("pbx-media");
    private final SoundCard soundCard;
    private final Registration events;
    private final Listeners<MediaListener, MediaChange> listeners =
            new Listeners<>("MediaListener", MediaListener::mediaChanged, BOUND);
    private final Map<CallId, Attached> attached = new HashMap<>();
    private final Set<CallId> unclaimed = new HashSet<>();
    private Writer.Timer claims = () -> {};
    private volatile Map<CallId, MediaSession> picture = Map.of();
    private Optional<String> devices = Optional.empty();

    /** What this instance has hung on one of the engine's sessions. */
    private record Attached(CallAudio audio, Registration source, Registration sink) {}

    @Activate
    public WebRtcMedia(@Reference AudioEngine engine, MediaConfig config) {
        this.engine = engine;
        soundCard = new SoundCard(config, problem -> writer.post(() -> devices(problem)));
        events = engine.listen(Sessions.OWNER, (id, event) -> writer.post(this::redraw));
        writer.post(this::redraw);
        writer.post(this::disclaim);
    }

    @Modified
    void modified(MediaConfig config) {
        soundCard.modified(config);
    }

    /** Hangs up nothing: the sessions stay in the engine for the next instance. */
    @Deactivate
    void stop() {
        events.close();
        writer.close();
        listeners.close();
        attached.values().forEach(a -> {
            a.source().close();
            a.sink().close();
        });
        soundCard.close();
    }

    @Override
    public List<Delivery> deliveries() {
        return listeners.deliveries();
    }

    List<MediaSession> list() {
        return List.copyOf(picture.values());
    }

    Optional<String> problem() {
        return engine.problem();
    }

    CompletableFuture<String> offer(CallId call) {
        return Sessions.translated(engine.offer(Sessions.OWNER, Sessions.id(call)));
    }

    CompletableFuture<String> answer(CallId call, String offer) {
        return Sessions.translated(engine.answer(Sessions.OWNER, Sessions.id(call), offer));
    }

    CompletableFuture<Void> accept(CallId call, String answer) {
        return Sessions.translated(engine.accept(Sessions.OWNER, Sessions.id(call), answer));
    }

    void candidate(CallId call, Candidate candidate) {
        engine.candidate(Sessions.OWNER, Sessions.id(call), candidate.line(), candidate.mid(), candidate.index())
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        log.debug("call {}: a candidate was dropped", call, failure);
                    }
                });
    }

    CompletableFuture<Void> pause(CallId call, boolean paused) {
        return flag(call, Sessions.PAUSED, paused);
    }

    CompletableFuture<Void> mute(CallId call, boolean muted) {
        return flag(call, Sessions.MUTED, muted);
    }

    /** Kept as a note, so that a new instance, and what it draws, knows. */
    private CompletableFuture<Void> flag(CallId call, String note, boolean on) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        writer.post(() -> {
            if (Sessions.find(engine, call).isEmpty()) {
                done.completeExceptionally(Sessions.unknown(call));
                return;
            }
            engine.note(Sessions.OWNER, Sessions.id(call), note, on ? "yes" : "");
            redraw();
            done.complete(null);
        });
        return done;
    }

    CompletableFuture<Void> press(CallId call, String digits) {
        return Sessions.translated(engine.press(Sessions.OWNER, Sessions.id(call), digits, TONE_MS, GAP_MS));
    }

    void note(CallId call, String key, String value) {
        engine.note(Sessions.OWNER, Sessions.id(call), key, value);
    }

    void claim(CallId call) {
        writer.post(() -> unclaimed.remove(call));
    }

    void close(CallId call) {
        engine.close(Sessions.OWNER, Sessions.id(call));
    }

    /** Where audio has just begun, the first packets both ways are waited for: zeros would say nothing. */
    CompletableFuture<Quality> quality(CallId call) {
        CompletableFuture<Quality> reading = new CompletableFuture<>();
        read(call, READINGS, reading);
        return reading;
    }

    private void read(CallId call, int left, CompletableFuture<Quality> reading) {
        Sessions.translated(engine.stats(Sessions.OWNER, Sessions.id(call))).whenComplete((stats, failure) -> {
            if (failure != null) {
                reading.completeExceptionally(failure);
                return;
            }
            Quality quality = Readings.quality(call, stats);
            if (left == 0 || (quality.packetsReceived() > 0 && quality.packetsSent() > 0)) {
                reading.complete(quality);
            } else {
                writer.after(BETWEEN_READINGS, () -> read(call, left - 1, reading));
            }
        });
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindAdmission(Admission admission) {
        border.set(admission);
    }

    void unbindAdmission(Admission admission) {
        border.unset(admission);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindListener(MediaListener listener, ServiceReference<MediaListener> from) {
        if (!border.admits(from, Use.AUDIO)) {
            return;
        }
        String owner = from.getBundle().getSymbolicName();
        writer.post(() -> {
            redraw();
            List<MediaChange> replay = new ArrayList<>();
            picture.values().forEach(s -> replay.add(new MediaChange(Optional.empty(), Optional.of(s))));
            listeners.add(listener, owner, replay);
        });
    }

    void unbindListener(MediaListener listener) {
        writer.post(() -> {
            listeners.remove(listener);
            if (listeners.isEmpty()) {
                disclaim();
            }
        });
    }

    // --- confined to the writer ---

    /** Nobody is left to control these sessions: whoever comes claims them, or they are closed. */
    private void disclaim() {
        redraw();
        claims.close();
        unclaimed.addAll(picture.keySet());
        claims = writer.after(CLAIM_WITHIN, () -> {
            unclaimed.retainAll(picture.keySet());
            for (CallId call : Set.copyOf(unclaimed)) {
                log.warn("call {}: nobody claimed its audio within {} s; closed", call, CLAIM_WITHIN.toSeconds());
                close(call);
            }
            unclaimed.clear();
        });
    }

    private void devices(Optional<String> problem) {
        devices = problem;
        redraw();
    }

    private void redraw() {
        Map<CallId, MediaSession> after = new LinkedHashMap<>();
        for (AudioEngine.Session session : engine.sessions(Sessions.OWNER)) {
            MediaSession drawn = Sessions.drawn(session, devices);
            after.put(drawn.call(), drawn);
        }
        Map<CallId, MediaSession> before = picture;
        picture = after;
        after.forEach((call, session) -> {
            attach(session);
            if (!session.equals(before.get(call))) {
                listeners.tell(new MediaChange(Optional.ofNullable(before.get(call)), Optional.of(session)));
            }
        });
        before.forEach((call, session) -> {
            if (!after.containsKey(call)) {
                detach(call);
                listeners.tell(new MediaChange(Optional.of(session), Optional.empty()));
            }
        });
        if (after.isEmpty()) {
            devices = Optional.empty();
        }
    }

    private void attach(MediaSession session) {
        Attached found = attached.computeIfAbsent(session.call(), call -> {
            CallAudio audio = new CallAudio();
            audio.paused(session.paused());
            String id = Sessions.id(call);
            return new Attached(
                    audio, engine.source(Sessions.OWNER, id, audio), engine.sink(Sessions.OWNER, id, audio));
        });
        found.audio().muted(session.muted());
        found.audio().paused(session.paused());
        if (session.paused()) {
            soundCard.remove(found.audio()); // no open microphone while it rings or is on hold
        } else {
            soundCard.add(found.audio());
        }
    }

    private void detach(CallId call) {
        Attached gone = attached.remove(call);
        if (gone != null) {
            gone.source().close();
            gone.sink().close();
            soundCard.remove(gone.audio());
        }
    }
}
