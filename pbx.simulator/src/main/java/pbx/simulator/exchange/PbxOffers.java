package pbx.simulator.exchange;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import pbx.simulator.wire.Party;
import pbx.webrtc.AudioEngine.EngineException;

/** The PBX makes the offer and the client answers it: an invite always, an own call in the modern dialect. */
final class PbxOffers implements Handshake {
    /** [I] A service picks up at once, so the client is given this long to have answered the offer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Leg leg;
    private final Loop loop;
    private final BiConsumer<String, Party> offers;
    private final BiConsumer<String, Party> connected;
    private final CompletableFuture<Void> described = new CompletableFuture<>();
    private String offer = "";
    private boolean answered;
    private boolean pickedUp;

    /**
     * @param offers sends the PBX's SDP to the client
     * @param connected sends it again at pick-up, where that is wanted
     */
    PbxOffers(Leg leg, Loop loop, BiConsumer<String, Party> offers, BiConsumer<String, Party> connected) {
        this.leg = leg;
        this.loop = loop;
        this.offers = offers;
        this.connected = connected;
    }

    @Override
    public CompletableFuture<Void> begin(Party far) {
        return leg.audio().offer().thenAccept(sdp -> {
            if (leg.call().isPresent()) {
                offer = sdp;
                offers.accept(sdp, far);
            }
        });
    }

    @Override
    public void early(Party far) {
        // who answered the offer hears already
    }

    @Override
    public CompletableFuture<Void> pickUp(Party far) {
        if (!answered) {
            loop.after(PATIENCE, this::refuse);
        }
        return described.thenRun(() -> {
            if (!pickedUp) {
                pickedUp = true;
                connected.accept(offer, far);
            }
        });
    }

    @Override
    public void answered(String sdp) {
        if (answered || offer.isEmpty()) {
            return;
        }
        answered = true;
        var unused = leg.audio().accept(sdp).whenComplete((nothing, error) -> {
            if (error == null) {
                described.complete(null);
            } else {
                described.completeExceptionally(error);
            }
        });
    }

    private void refuse() {
        if (!answered) {
            described.completeExceptionally(new EngineException(
                    EngineException.Reason.INVALID, "the client did not answer the PBX's own offer"));
        }
    }
}
