package pbx.webrtc.engine;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import pbx.webrtc.AudioEngine.Event;
import pbx.webrtc.AudioEngine.PcmSink;
import pbx.webrtc.AudioEngine.Session;
import pbx.webrtc.Goertzel;
import pbx.webrtc.Tone;

/** One end of a call in a process of its own: lines in, lines out, texts in Base64. It plays a tone and says what it hears. */
public final class FarProcess {
    private static final String OWNER = "end";
    private static final String ID = "call";
    private static final int AUDIBLE = 1_500;

    private final Engine engine = new Engine(Natives.load(), () -> true);
    private final PrintStream out = System.out;

    public static void main(String[] args) throws Exception {
        new FarProcess().run(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    }

    private void run(int says, int hears) throws Exception {
        engine.listen(OWNER, (id, event) -> tell(event));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        boolean sounding = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            String text =
                    words.length > 1 ? new String(Base64.getDecoder().decode(words[1]), StandardCharsets.UTF_8) : "";
            String answer = command(words[0], text);
            if (!sounding) {
                engine.source(OWNER, ID, new Tone(says));
                engine.sink(OWNER, ID, new Told(hears));
                sounding = true;
            }
            say(words[0], answer);
        }
        engine.stop();
        Runtime.getRuntime().halt(0);
    }

    private String command(String name, String text) throws Exception {
        return switch (name) {
            case "offer" -> engine.offer(OWNER, ID).get();
            case "answer" -> engine.answer(OWNER, ID, text).get();
            case "accept" -> done(engine.accept(OWNER, ID, text));
            case "candidate" -> done(engine.candidate(OWNER, ID, text, "0", 0));
            case "way" -> way(engine.stats(OWNER, ID).get());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String done(CompletableFuture<Void> work) throws Exception {
        work.get();
        return "";
    }

    /** How the far end of the selected pair was found, and its address, which is not told of one that came by itself. */
    private static String way(List<Map<String, Object>> stats) {
        Map<Object, Map<String, Object>> byId =
                stats.stream().collect(Collectors.toMap(entry -> entry.get("id"), entry -> entry));
        Map<String, Object> transport = stats.stream()
                .filter(entry -> "transport".equals(entry.get("type")))
                .findFirst()
                .orElseThrow();
        Map<String, Object> pair = byId.get(transport.get("selectedCandidatePairId"));
        Map<String, Object> far = byId.get(pair.get("remoteCandidateId"));
        return far.get("candidateType") + " " + far.get("ip");
    }

    private synchronized void tell(Event event) {
        Session session = engine.sessions(OWNER).stream().findFirst().orElse(null);
        if (session == null) {
            return;
        }
        if (event == Event.CANDIDATE) {
            say(
                    "candidate",
                    session.candidates().get(session.candidates().size() - 1).line());
        } else if (event == Event.CHANGED) {
            say("state", session.state().name());
        }
    }

    private void say(String what, String text) {
        out.println("* " + what + " " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        out.flush();
    }

    /** Says ten times a second whether the tone is there. */
    private final class Told implements PcmSink {
        private final int hertz;
        private final short[] piece = new short[4_800];
        private int filled;

        Told(int hertz) {
            this.hertz = hertz;
        }

        @Override
        public void take(short[] samples, int rate) {
            System.arraycopy(samples, 0, piece, filled, samples.length);
            filled += samples.length;
            if (filled == piece.length) {
                filled = 0;
                say("heard", String.valueOf(Goertzel.amplitude(piece, rate, hertz) > AUDIBLE));
            }
        }
    }
}
