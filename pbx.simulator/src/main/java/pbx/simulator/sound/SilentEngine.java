package pbx.simulator.sound;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import pbx.webrtc.AudioEngine;

/**
 * No engine at all, for tests of scale: every description is the same plausible one, nobody hears anything, and nothing is kept.
 */
public final class SilentEngine implements AudioEngine {
    private static final Registration NOTHING = () -> {};
    private static final String OFFER = sdp("actpass");
    private static final String ANSWER = sdp("passive");

    private static String sdp(String setup) {
        return String.join(
                "\r\n",
                "v=0",
                "o=- 1 1 IN IP4 127.0.0.1",
                "s=-",
                "t=0 0",
                "a=group:BUNDLE 0",
                "m=audio 9 UDP/TLS/RTP/SAVPF 111 110",
                "c=IN IP4 0.0.0.0",
                "a=mid:0",
                "a=sendrecv",
                "a=rtcp-mux",
                "a=ice-ufrag:none",
                "a=ice-pwd:nobodyanswersatthisaddress",
                "a=fingerprint:sha-256 " + "00:".repeat(31) + "00",
                "a=setup:" + setup,
                "a=rtpmap:111 opus/48000/2",
                "a=rtpmap:110 telephone-event/48000",
                "");
    }

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    public CompletableFuture<String> offer(String owner, String id) {
        return CompletableFuture.completedFuture(OFFER);
    }

    @Override
    public CompletableFuture<String> answer(String owner, String id, String offer) {
        return CompletableFuture.completedFuture(ANSWER);
    }

    @Override
    public CompletableFuture<Void> accept(String owner, String id, String answer) {
        return done();
    }

    @Override
    public CompletableFuture<Void> candidate(String owner, String id, String line, String mid, int index) {
        return done();
    }

    @Override
    public CompletableFuture<Void> close(String owner, String id) {
        return done();
    }

    @Override
    public CompletableFuture<Void> press(String owner, String id, String digits, int durationMs, int gapMs) {
        return done();
    }

    @Override
    public CompletableFuture<List<Map<String, Object>>> stats(String owner, String id) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public List<Session> sessions(String owner) {
        return List.of();
    }

    @Override
    public void note(String owner, String id, String key, String value) {
        // nothing is kept
    }

    @Override
    public Registration listen(String owner, BiConsumer<String, Event> listener) {
        return NOTHING;
    }

    @Override
    public Registration source(String owner, String id, PcmSource source) {
        return NOTHING;
    }

    @Override
    public Registration sink(String owner, String id, PcmSink sink) {
        return NOTHING;
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
