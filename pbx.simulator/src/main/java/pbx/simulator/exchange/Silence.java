package pbx.simulator.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import pbx.webrtc.AudioEngine;

/**
 * An engine that agrees to everything and carries nothing: for a PBX of thousands of extensions, and for phones that nobody
 * holds to an ear. Its descriptions are well formed, and lead nowhere (port 9, discard).
 */
public final class Silence implements AudioEngine {
    private static final Registration NOTHING = () -> {};
    private static final String DESCRIPTION = String.join(
            "\r\n",
            "v=0",
            "o=- 1 1 IN IP4 127.0.0.1",
            "s=-",
            "t=0 0",
            "m=audio 9 UDP/TLS/RTP/SAVPF 111",
            "c=IN IP4 0.0.0.0",
            "a=rtcp-mux",
            "a=mid:0",
            "a=ice-ufrag:none",
            "a=ice-pwd:nobodyisherenobodyishere",
            "a=fingerprint:sha-256 00" + ":00".repeat(31),
            "a=rtpmap:111 opus/48000/2",
            "a=setup:");

    private static String description(String setup) {
        return DESCRIPTION + setup + "\r\n";
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    public CompletableFuture<String> offer(String owner, String id) {
        return CompletableFuture.completedFuture(description("actpass"));
    }

    @Override
    public CompletableFuture<String> answer(String owner, String id, String offer) {
        return offer.startsWith("v=0")
                ? CompletableFuture.completedFuture(description("passive"))
                : CompletableFuture.failedFuture(refusal());
    }

    @Override
    public CompletableFuture<Void> accept(String owner, String id, String answer) {
        return answer.startsWith("v=0") ? done() : CompletableFuture.failedFuture(refusal());
    }

    private static EngineException refusal() {
        return new EngineException(EngineException.Reason.INVALID, "not an SDP");
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
        // there is no session that could keep it
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
}
