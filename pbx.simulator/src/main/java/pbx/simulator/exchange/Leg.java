package pbx.simulator.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pbx.simulator.wire.Party;
import pbx.simulator.wire.UnknownShapes;
import pbx.simulator.wire.Wire;

/** One phone's part in a call. It outlives the phone's socket for a while. */
final class Leg implements End {
    private final String callid;
    private final Account account;
    private final LegAudio audio;
    private final List<ObjectNode> missed = new ArrayList<>();
    private Optional<Phone> phone;
    private String userAgent;
    private Loop.Timer patience = () -> {};
    private String invite = "";
    private int cseq;
    private boolean trickling;
    private boolean talking;
    private boolean holding;

    Leg(String callid, Phone phone, LegAudio audio) {
        this.callid = callid;
        this.account = phone.account();
        this.phone = Optional.of(phone);
        this.userAgent = phone.userAgent();
        this.audio = audio;
    }

    String callid() {
        return callid;
    }

    Account account() {
        return account;
    }

    @Override
    public Party party() {
        return account.party();
    }

    LegAudio audio() {
        return audio;
    }

    boolean at(Phone candidate) {
        return phone.filter(mine -> mine == candidate).isPresent();
    }

    /** Sends to the phone, or keeps it for the phone's return. */
    void send(ObjectNode frame) {
        phone.ifPresentOrElse(there -> there.send(frame), () -> missed.add(frame));
    }

    /** Sends the candidates that the phone was not told, once it has the description to which they belong. */
    void trickle() {
        if (trickling) {
            audio.untold().forEach(line -> send(Wire.candidate(callid, line)));
        }
    }

    /** Whether the phone has the present description. */
    void trickling(boolean now) {
        trickling = now;
        trickle();
    }

    /** The offer that the phone was sent; empty before. */
    String invite() {
        return invite;
    }

    /** Offers the call to the phone. */
    void invite(String sdp, Party caller, Party wanted) {
        invite = sdp;
        missed.clear();
        send(Wire.invite(callid, ++cseq, sdp, caller, wanted));
        audio.tellAgain();
        trickling(true);
    }

    /** Answers the phone's offer. */
    void answer(String sdp, Party far) {
        send(Wire.answer(callid, ++cseq, sdp, far));
        trickling(true);
    }

    void bye(int code) {
        send(code == 0 ? Wire.bye(callid, ++cseq) : Wire.bye(callid, ++cseq, code));
    }

    void cancel() {
        send(UnknownShapes.cancel(callid, ++cseq));
    }

    /** Whether both descriptions are known, so that audio can flow. */
    boolean talking() {
        return talking;
    }

    void startTalking() {
        talking = true;
    }

    boolean holding() {
        return holding;
    }

    void holding(boolean now) {
        holding = now;
    }

    void away(Loop.Timer untilGivenUp) {
        userAgent = phone.map(Phone::userAgent).orElse(userAgent);
        phone = Optional.empty();
        patience = untilGivenUp;
    }

    boolean isAway() {
        return phone.isEmpty();
    }

    /** [I] Whether this socket looks like the one that was lost: same extension, same user agent. */
    boolean mayReturnAt(Phone candidate) {
        return isAway()
                && candidate.account() == account
                && candidate.userAgent().equals(userAgent);
    }

    void back(Phone newPhone) {
        patience.cancel();
        phone = Optional.of(newPhone);
        missed.forEach(newPhone::send);
        missed.clear();
    }
}
