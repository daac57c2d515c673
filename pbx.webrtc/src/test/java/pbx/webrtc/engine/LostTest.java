package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pbx.webrtc.AudioEngine.Event;
import pbx.webrtc.AudioEngine.Registration;
import pbx.webrtc.AudioEngine.Session;
import pbx.webrtc.AudioEngine.State;

/** A far end that is gone. WebRTC takes half a minute to be sure. */
@Tag("full")
class LostTest {
    @Test
    void theSessionFailsSaysWhyAndItsNextOfferLooksForNewWays() throws Exception {
        Engine engine = new Engine(Natives.load(), () -> true);
        Line line = new Line(engine, "lost").connect();
        String before = line.session("media").candidates().get(0).line();
        CompletableFuture<Session> failed = new CompletableFuture<>();
        Registration listening = engine.listen("media", (id, event) -> {
            if (event == Event.CHANGED && line.session("media").state() == State.FAILED) {
                failed.complete(line.session("media"));
            }
        });
        engine.close("pbx", line.id).get(30, TimeUnit.SECONDS);
        assertTrue(failed.get(60, TimeUnit.SECONDS).problem().orElseThrow().contains("firewall"));
        String offer = engine.offer("media", line.id).get(30, TimeUnit.SECONDS);
        assertFalse(before.contains(" ufrag " + Sdp.fragment(offer) + " "), before);
        Session again = Until.session(
                engine, "media", line.id, session -> !session.candidates().isEmpty());
        assertNotEquals(before, again.candidates().get(0).line());
        listening.close();
        line.close();
        engine.stop();
    }
}
