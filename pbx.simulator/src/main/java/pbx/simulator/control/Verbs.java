package pbx.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import pbx.simulator.exchange.Dialect;
import pbx.simulator.faults.Fault;
import pbx.simulator.wire.Json;

/** {@link Control} in words, for lines and for HTTP. */
public final class Verbs {
    private final Map<String, Verb> verbs = new LinkedHashMap<>();
    private final Control control;

    public Verbs(Control control) {
        this.control = control;
        people();
        lines();
        plant();
    }

    private void people() {
        say("call from to [name]", "an extension or a number outside calls", words -> Json.object()
                .put(
                        "call",
                        control.call(words.text("from"), words.text("to"), words.text("name", words.text("from")))));
        run(
                "register extension [answer]",
                "plugs a phone in; answer=on lets it answer at once",
                words -> control.register(
                        words.text("extension"), words.text("answer", "off").matches("on|true")));
        run("unregister extension", "takes it away", words -> control.unregister(words.text("extension")));
        run("answer extension", "its scripted phone answers", words -> control.answer(words.text("extension")));
        run("decline extension", "its scripted phone declines", words -> control.decline(words.text("extension")));
        run("hangup extension", "its scripted phone hangs up", words -> control.hangUp(words.text("extension")));
        run(
                "hold extension state",
                "its scripted phone holds (on) or takes back (off)",
                words -> control.hold(words.text("extension"), words.on("state")));
        run(
                "transfer extension to",
                "its scripted phone sends the far end on, to an orbit for one",
                words -> control.transfer(words.text("extension"), words.text("to")));
        later(
                "dnd extension state [reason] [seconds]",
                "it does not want to be disturbed (on), or does (off)",
                words -> control.dnd(
                                words.text("extension"),
                                words.on("state"),
                                words.text("reason", ""),
                                words.seconds("seconds"))
                        .thenApply(dnd -> Json.object().put("state", dnd.on()).put("reason", dnd.reason())));
        later(
                "voicemail extension state [seconds]",
                "voicemail takes (on) what it does not take within so many seconds, or does not (off)",
                words -> control.voicemail(words.text("extension"), words.on("state"), words.seconds("seconds"))
                        .thenApply(set -> Json.object()));
    }

    private void lines() {
        say("close extension [code]", "closes its sockets, 1001 unless said otherwise", words -> Json.object()
                .put("sockets", control.close(words.text("extension"), words.number("code", 1001))));
        say("cut extension", "cuts its connections without a word", words -> Json.object()
                .put("sockets", control.cut(words.text("extension"))));
        say("stall extension", "half-open: its connections stay and carry nothing", words -> Json.object()
                .put("sockets", control.stall(words.text("extension"))));
        run(
                "fault extension kind [direction] [percent] [millis]",
                "drop, delay, duplicate, reorder or corrupt; in, out or both; for how many of the frames, by how much",
                words -> control.fault(
                        words.text("extension"),
                        new Fault(
                                words.oneOf("kind", Fault.Kind.class, ""),
                                words.oneOf("direction", Fault.Direction.class, "both"),
                                words.number("percent", 100),
                                Duration.ofMillis(words.number("millis", 200)))));
        run("heal [extension]", "ends its faults, or all", words -> control.heal(words.text("extension", "*")));
    }

    private void plant() {
        say("status", "how things stand", words -> control.status().json());
        run(
                "logins state",
                "refused: every login fails; accepted: they do not",
                words -> control.refuseLogins(words.text("state").equals("refused")));
        run("expire", "all web sessions are dead, sockets stay", words -> control.expireSessions());
        run(
                "advance seconds",
                "time passes at once",
                words -> control.advance(Duration.ofSeconds(words.number("seconds"))));
        later("restart", "everything is gone, and there again", words -> control.restart()
                .thenApply(nothing -> Json.object()));
        run("dialect dialect [extension]", "legacy or modern, for all or for one", this::dialect);
        run("version [version]", "what the Server header says", words -> control.version(words.text("version", "")));
    }

    private void dialect(Words words) {
        Dialect dialect = words.oneOf("dialect", Dialect.class, "");
        String extension = words.text("extension", "");
        if (extension.isEmpty()) {
            control.dialect(dialect);
        } else {
            control.dialect(extension, dialect);
        }
    }

    private void run(String usage, String help, Consumer<Words> action) {
        say(usage, help, words -> {
            action.accept(words);
            return Json.object();
        });
    }

    private void say(String usage, String help, Function<Words, ObjectNode> action) {
        later(usage, help, words -> CompletableFuture.completedFuture(action.apply(words)));
    }

    private void later(String usage, String help, Function<Words, CompletableFuture<ObjectNode>> action) {
        Verb verb = new Verb(usage, help, action);
        verbs.put(verb.name(), verb);
    }

    /** As a line has it; without words, all that there is. Fails with IllegalArgumentException saying what is wrong. */
    public CompletableFuture<ObjectNode> run(List<String> words) {
        if (words.isEmpty()) {
            return CompletableFuture.completedFuture(help());
        }
        return guarded(() -> {
            Verb verb = find(words.get(0));
            return verb.action().apply(Words.of(verb, words.subList(1, words.size())));
        });
    }

    /** As HTTP has it: a verb, and its parameters as JSON or nothing. */
    public CompletableFuture<String> run(String name, String body) {
        if (name.isEmpty()) {
            return CompletableFuture.completedFuture(help().toString());
        }
        return guarded(() -> {
                    Verb verb = find(name);
                    ObjectNode fields = Json.object(body.isBlank() ? "{}" : body)
                            .orElseThrow(() -> new IllegalArgumentException("the body is not a JSON object"));
                    return verb.action().apply(Words.of(verb, fields));
                })
                .thenApply(ObjectNode::toString);
    }

    private static CompletableFuture<ObjectNode> guarded(Supplier<CompletableFuture<ObjectNode>> work) {
        try {
            return work.get();
        } catch (RuntimeException wrong) {
            return CompletableFuture.failedFuture(wrong);
        }
    }

    private Verb find(String name) {
        Verb verb = verbs.get(name);
        if (verb == null) {
            throw new IllegalArgumentException("there is no " + name + "; there are " + verbs.keySet());
        }
        return verb;
    }

    private ObjectNode help() {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("verbs");
        verbs.values()
                .forEach(verb -> list.addObject().put("usage", verb.usage()).put("does", verb.help()));
        return json;
    }
}
