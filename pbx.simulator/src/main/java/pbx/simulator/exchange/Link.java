package pbx.simulator.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way from a leg to its phone's socket. The leg outlives the socket for a while; what is sent meanwhile is kept. */
final class Link {
    private static final int MOST_MISSED = 200;

    private final List<ObjectNode> missed = new ArrayList<>();
    private Optional<Phone> phone;
    private String userAgent;
    private Loop.Timer patience = () -> {};

    Link(Phone phone) {
        this.phone = Optional.of(phone);
        this.userAgent = phone.userAgent();
    }

    void send(ObjectNode frame) {
        if (phone.isPresent()) {
            phone.get().send(frame.toString());
        } else if (missed.size() < MOST_MISSED) {
            missed.add(frame);
        }
    }

    void forgetMissed() {
        missed.clear();
    }

    boolean to(Phone candidate) {
        return phone.filter(mine -> mine == candidate).isPresent();
    }

    boolean broken() {
        return phone.isEmpty();
    }

    void broken(Loop.Timer untilGivenUp) {
        userAgent = phone.map(Phone::userAgent).orElse(userAgent);
        phone = Optional.empty();
        patience = untilGivenUp;
    }

    /** [I] Whether this socket looks like the one that was lost. */
    boolean mayBe(Phone candidate) {
        return broken() && candidate.userAgent().equals(userAgent);
    }

    /**
     * [I] Whether this socket may speak for the call in place of the present one, which may have been lost without a word: it
     * looks like it and was opened later. What an earlier one still says was long under way.
     */
    boolean mayFollow(Phone candidate) {
        return mayBe(candidate)
                || phone.filter(present ->
                                present.userAgent().equals(candidate.userAgent()) && candidate.isAfter(present))
                        .isPresent();
    }

    void mended(Phone newPhone) {
        patience.cancel();
        phone = Optional.of(newPhone);
        missed.forEach(frame -> newPhone.send(frame.toString()));
        missed.clear();
    }
}
