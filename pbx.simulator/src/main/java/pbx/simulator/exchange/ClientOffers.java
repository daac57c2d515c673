package pbx.simulator.exchange;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pbx.simulator.wire.Party;

/** Legacy: the client's offer is answered, with 183 for early media, else with 200 at pick-up. */
final class ClientOffers implements Handshake {
    private static final int PROGRESS = 183;
    private static final int OK = 200;

    private final Leg leg;
    private final String offer;
    private Optional<CompletableFuture<String>> answer = Optional.empty();
    private boolean pickedUp;

    ClientOffers(Leg leg, String offer) {
        this.leg = leg;
        this.offer = offer;
    }

    @Override
    public CompletableFuture<Void> begin(Party far) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void early(Party far) {
        var unused = answer().thenAccept(sdp -> tell(PROGRESS, sdp, far));
    }

    @Override
    public CompletableFuture<Void> pickUp(Party far) {
        return answer().thenAccept(sdp -> {
            if (!pickedUp) {
                pickedUp = true;
                tell(OK, sdp, far);
            }
        });
    }

    @Override
    public void answered(String sdp) {
        // this dialect has nothing to be answered
    }

    private CompletableFuture<String> answer() {
        if (answer.isEmpty()) {
            answer = Optional.of(leg.audio().answer(offer));
        }
        return answer.get();
    }

    private void tell(int code, String sdp, Party far) {
        if (leg.call().isPresent()) {
            leg.describe(code, sdp, far);
        }
    }
}
