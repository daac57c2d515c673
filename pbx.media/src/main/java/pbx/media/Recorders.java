package pbx.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.CallId;
import pbx.api.media.MediaSession;
import pbx.api.media.Recording;
import pbx.listeners.Writer;
import pbx.media.tap.Recorder;
import pbx.webrtc.AudioEngine;

/**
 * Which calls are being written to files. That one is, is a note of its session: the picture shows it, and the next provider
 * goes on with the file. Confined to the writer, save {@link #list}.
 */
final class Recorders {
    private static final Logger log = LoggerFactory.getLogger(Recorders.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss").withZone(ZoneId.systemDefault());

    private final AudioEngine engine;
    private final Writer writer;
    private final Map<CallId, Running> running = new HashMap<>();
    private volatile List<Recording> list = List.of();
    private Path folder;
    /** Why the last one could not begin. */
    private PbxException refusal;

    private record Running(Recording recording, Recorder recorder, CallSound sound) {}

    Recorders(AudioEngine engine, Writer writer, Path folder) {
        this.engine = engine;
        this.writer = writer;
        this.folder = folder;
    }

    List<Recording> list() {
        return list;
    }

    void folder(Path next) {
        folder = next;
    }

    /** Only a note, and a look at it: the call is shown as recorded before it is, and begins as with a new provider. */
    void start(CallId call, Optional<CallSound> sound, Runnable redraw, CompletableFuture<Recording> done) {
        if (sound.isEmpty()) {
            done.completeExceptionally(Sessions.unknown(call));
            return;
        }
        refusal = null;
        if (!running.containsKey(call)) {
            Instant now = Instant.now();
            Path file = folder.resolve(NAME.format(now) + "_" + plain(call.toString()) + ".wav");
            note(call, now.toEpochMilli() + " " + file.toAbsolutePath());
            redraw.run();
        }
        if (running.containsKey(call)) {
            done.complete(running.get(call).recording());
        } else {
            redraw.run();
            done.completeExceptionally(refusal == null ? Sessions.unknown(call) : refusal); // or it ended just now
        }
    }

    /** Strangers have a part in the call's name: nothing of it may lead elsewhere. */
    private static String plain(String text) {
        String safe = text.replaceAll("[^A-Za-z0-9@+-]+", "_");
        return safe.length() > 60 ? safe.substring(0, 60) : safe;
    }

    private void begin(Recording recording, CallSound sound, Runnable redraw) {
        CallId call = recording.call();
        try {
            Recorder recorder =
                    new Recorder(recording.file(), failure -> writer.post(() -> failed(call, failure, redraw)));
            sound.add(recorder);
            running.put(call, new Running(recording, recorder, sound));
            relist();
            log.info("call {}: recorded to {}", call, recording.file());
        } catch (IOException e) {
            note(call, "");
            refusal = new PbxException(
                    Reason.REFUSED,
                    "the recording cannot be written to " + recording.file() + ": " + e.getMessage()
                            + "; correct \"recordings\" in conf/" + MediaConfig.PID + ".cfg",
                    e);
            log.warn("call {}: {}", call, refusal.getMessage());
        }
    }

    private void failed(CallId call, IOException failure, Runnable redraw) {
        log.error("call {}: its recording ended: {}", call, failure.getMessage());
        stop(call);
        redraw.run();
    }

    /** A session whose note says so is recorded, also where a former provider wrote the note. */
    void session(MediaSession session, Map<String, String> notes, CallSound sound, Runnable redraw) {
        String note = notes.get(Sessions.RECORDING);
        if (note != null && !running.containsKey(session.call())) {
            int space = note.indexOf(' ');
            Recording recording = new Recording(
                    session.call(),
                    Path.of(note.substring(space + 1)),
                    Instant.ofEpochMilli(Long.parseLong(note.substring(0, space))));
            begin(recording, sound, redraw);
        }
    }

    void stop(CallId call) {
        end(call);
        note(call, "");
    }

    /** The session is gone. */
    void end(CallId call) {
        Running gone = running.remove(call);
        if (gone != null) {
            gone.sound().remove(gone.recorder());
            gone.recorder().close();
            relist();
            log.info("call {}: its recording is complete", call);
        }
    }

    /** The files are completed; the notes stay for the next provider. */
    void close() {
        List.copyOf(running.keySet()).forEach(this::end);
    }

    private void note(CallId call, String text) {
        engine.note(Sessions.OWNER, Sessions.id(call), Sessions.RECORDING, text);
    }

    private void relist() {
        list = running.values().stream().map(Running::recording).toList();
    }
}
