package pbx.media;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
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
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.media.Device;
import pbx.api.media.DeviceChange;
import pbx.api.media.DeviceListener;
import pbx.api.media.Digit;
import pbx.api.media.DigitListener;
import pbx.api.media.MediaChange;
import pbx.api.media.MediaListener;
import pbx.api.media.MediaSession;
import pbx.api.media.QualityChange;
import pbx.api.media.QualityListener;
import pbx.api.media.Role;
import pbx.api.plugin.Admission;
import pbx.api.plugin.Deliveries;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Use;
import pbx.listeners.Border;
import pbx.listeners.Listeners;
import pbx.listeners.Writer;
import pbx.listeners.WriterThread;
import pbx.media.device.Desk;
import pbx.media.quality.FlightRecorder;
import pbx.media.tap.TapBoard;
import pbx.webrtc.AudioDevices;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.AudioEngine.Registration;

/**
 * The sound of the platform's calls: puts the parts together and tells the listeners. It owns no peer connection: a new
 * instance finds the engine's sessions and hangs itself on them again. What bundles see are the faces.
 */
@Component(
        immediate = true,
        configurationPid = MediaConfig.PID,
        service = {WebRtcMedia.class, Deliveries.class})
@Designate(ocd = MediaConfig.class)
public final class WebRtcMedia implements Deliveries {
    private static final int BOUND = 10_000;

    final Border border = new Border();
    final AudioEngine engine;
    final Writer writer = new WriterThread("pbx-media");
    final FlightRecorder flight = new FlightRecorder();
    final Desk desk;
    final DeviceBoard devices;
    final CallSounds sounds;
    final Recorders recorders;
    final SessionBoard board;
    final Seconds seconds;
    final Tones tones;
    final Claims claims;
    private final AtomicBoolean stale = new AtomicBoolean();
    private final Registration events;
    private final Map<CallId, String> restored = new HashMap<>();
    private final Set<TapBoard> taps = ConcurrentHashMap.newKeySet();
    private final Listeners<MediaListener, MediaChange> listeners =
            new Listeners<>("MediaListener", MediaListener::mediaChanged, BOUND);
    private final Listeners<QualityListener, QualityChange> qualityListeners = new Listeners<>(
            "QualityListener", QualityListener::qualityChanged, BOUND, WebRtcMedia::call, WebRtcMedia::merged);
    private final Listeners<DeviceListener, DeviceChange> deviceListeners =
            new Listeners<>("DeviceListener", DeviceListener::deviceChanged, BOUND);
    private final Listeners<DigitListener, Digit> digitListeners =
            new Listeners<>("DigitListener", DigitListener::digitHeard, BOUND);

    @Activate
    public WebRtcMedia(@Reference AudioEngine engine, @Reference AudioDevices hardware, MediaConfig config) {
        this.engine = engine;
        engine.servers(Sessions.OWNER, Options.servers(config));
        Breaks breaks = new Breaks(writer, this::redraw);
        devices = new DeviceBoard(deviceListeners::tell);
        desk = new Desk(hardware, Options.desk(config), new Told());
        sounds = new CallSounds(engine, desk, (call, key) -> writer.post(() -> heard(call, key)));
        recorders = new Recorders(engine, writer, Options.recordings(config));
        board = new SessionBoard(engine, breaks, new Parts(), listeners::tell);
        tones = new Tones(desk, config, sounds::of);
        seconds = new Seconds(engine, writer, flight, breaks, tones, qualityListeners::tell);
        claims = new Claims(writer, () -> board.picture().keySet(), this::uncontrolled);
        events = engine.listen(Sessions.OWNER, (id, event) -> stale());
        writer.post(this::redraw);
        writer.post(claims::disclaim);
        seconds.begin(board, desk::check);
    }

    @Modified
    void modified(MediaConfig config) {
        desk.modified(Options.desk(config));
        engine.servers(Sessions.OWNER, Options.servers(config));
        writer.post(() -> tones.modified(config));
        writer.post(() -> recorders.folder(Options.recordings(config)));
    }

    /** Hangs up nothing: the sessions stay in the engine for the next instance, with what it has to know. */
    @Deactivate
    void stop() {
        events.close();
        writer.close();
        listeners.close();
        qualityListeners.close();
        deviceListeners.close();
        digitListeners.close();
        taps.forEach(TapBoard::close);
        recorders.close();
        flight.notes().forEach((call, note) -> engine.note(Sessions.OWNER, Sessions.id(call), Sessions.FLIGHT, note));
        tones.close();
        sounds.close();
        desk.close();
    }

    /** A consumer's taps, which end with their calls and with this. */
    void opened(TapBoard board) {
        taps.add(board);
    }

    void closed(TapBoard board) {
        taps.remove(board);
    }

    /** Kept as a note, so that a new instance, and what it draws, knows. */
    CompletableFuture<Void> flag(CallId call, String note, boolean on) {
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

    void callChanged(CallChange change) {
        writer.post(() -> tones.changed(change));
    }

    @Override
    public List<Delivery> deliveries() {
        return Stream.of(listeners, qualityListeners, deviceListeners, digitListeners)
                .flatMap(each -> each.deliveries().stream())
                .toList();
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
            board.list().forEach(s -> replay.add(new MediaChange(Optional.empty(), Optional.of(s))));
            listeners.add(listener, owner, replay);
        });
    }

    void unbindListener(MediaListener listener, ServiceReference<MediaListener> from) {
        String owner = from.getBundle().getSymbolicName();
        writer.post(() -> {
            listeners.remove(listener);
            redraw();
            claims.gone(owner);
            if (listeners.isEmpty()) {
                claims.disclaim();
            }
        });
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindQualityListener(QualityListener listener, ServiceReference<QualityListener> from) {
        if (!border.admits(from, Use.AUDIO)) {
            return;
        }
        String owner = from.getBundle().getSymbolicName();
        writer.post(() -> {
            List<QualityChange> replay = new ArrayList<>();
            flight.last().forEach(last -> replay.add(new QualityChange(Optional.empty(), Optional.of(last))));
            qualityListeners.add(listener, owner, replay);
        });
    }

    void unbindQualityListener(QualityListener listener) {
        writer.post(() -> qualityListeners.remove(listener));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindDeviceListener(DeviceListener listener, ServiceReference<DeviceListener> from) {
        if (!border.admits(from, Use.AUDIO)) {
            return;
        }
        String owner = from.getBundle().getSymbolicName();
        writer.post(() -> deviceListeners.add(listener, owner, devices.replay()));
    }

    void unbindDeviceListener(DeviceListener listener) {
        writer.post(() -> deviceListeners.remove(listener));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindDigitListener(DigitListener listener, ServiceReference<DigitListener> from) {
        if (!border.admits(from, Use.AUDIO)) {
            return;
        }
        String owner = from.getBundle().getSymbolicName();
        writer.post(() -> digitListeners.add(listener, owner, List.of()));
    }

    void unbindDigitListener(DigitListener listener) {
        writer.post(() -> digitListeners.remove(listener));
    }

    private static Object call(QualityChange change) {
        return change.after().or(change::before).orElseThrow().call();
    }

    /** Null: the call came and went while it waited. */
    private static QualityChange merged(QualityChange earlier, QualityChange later) {
        return earlier.before().equals(later.after()) ? null : new QualityChange(earlier.before(), later.after());
    }

    /** From the engine's threads: however many its events are, what has not been drawn yet is drawn once. */
    private void stale() {
        if (stale.compareAndSet(false, true)) {
            writer.post(() -> {
                stale.set(false);
                redraw();
            });
        }
    }

    // --- confined to the writer ---

    void redraw() {
        board.draw();
    }

    void uncontrolled(CallId call) {
        engine.close(Sessions.OWNER, Sessions.id(call));
        tones.uncontrolled(call);
    }

    private void heard(CallId call, char key) {
        digitListeners.tell(new Digit(call, key, Instant.now()));
    }

    /** What comes from the desk's threads. */
    private final class Told implements Desk.Told {
        @Override
        public void found(List<Device> all) {
            writer.post(() -> devices.found(all));
        }

        @Override
        public void problem(Role role, Optional<String> problem) {
            writer.post(() -> {
                devices.problem(role, problem);
                board.devices(devices.problem());
            });
        }
    }

    /** What hangs on a session: sound, flight recorder, recording, taps. */
    private final class Parts implements SessionBoard.Part {
        @Override
        public void session(MediaSession session, Map<String, String> notes) {
            CallSound sound = sounds.session(session);
            String kept = notes.get(Sessions.FLIGHT);
            if (kept != null && restored.put(session.call(), kept) == null) {
                flight.restore(session.call(), kept);
            }
            recorders.session(session, notes, sound, WebRtcMedia.this::redraw);
        }

        @Override
        public void gone(CallId call) {
            recorders.end(call);
            restored.remove(call);
            sounds.gone(call).ifPresent(sound -> taps.forEach(board -> board.close(sound)));
            flight.end(call).ifPresent(qualityListeners::tell);
        }
    }
}
