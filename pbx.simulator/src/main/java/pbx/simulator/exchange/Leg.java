package pbx.simulator.exchange;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pbx.simulator.wire.Party;
import pbx.simulator.wire.UnknownShapes;
import pbx.simulator.wire.Wire;

/** One socket's part in a call. */
final class Leg extends Device {
    private final Link link;
    private final LegAudio audio;
    private final Runnable closed;
    private Optional<Handshake> handshake = Optional.empty();
    private Optional<Party> shown = Optional.empty();
    private Hearing hearing = Hearing.NOTHING;
    private String callid;
    private String formerId;
    private String laterId = "";
    private String invite = "";
    private int cseq;
    private boolean trickling;

    /** @param closed is run when it is closed */
    Leg(String callid, Phone phone, LegAudio audio, Runnable closed) {
        super(phone.account());
        this.callid = callid;
        this.formerId = callid;
        this.link = new Link(phone);
        this.audio = audio;
        this.closed = closed;
    }

    void handshake(Handshake how) {
        handshake = Optional.of(how);
    }

    Handshake handshake() {
        return handshake.orElseThrow();
    }

    @Override
    String callid() {
        return callid;
    }

    /** Test mode: from its first description on it goes by this id; it answers to the client's too. */
    void laterId(String id) {
        laterId = id;
    }

    @Override
    boolean answersTo(String id) {
        return callid.equals(id) || formerId.equals(id);
    }

    LegAudio audio() {
        return audio;
    }

    Link link() {
        return link;
    }

    @Override
    CompletableFuture<Void> begin(Party far) {
        return handshake().begin(far);
    }

    @Override
    CompletableFuture<Void> ring() {
        return handshake().begin(call().orElseThrow().from().party());
    }

    @Override
    CompletableFuture<Void> pickUp(Party far) {
        return handshake().pickUp(far);
    }

    /** Offers its call to the phone. */
    void invite(String sdp) {
        invite = sdp;
        link.forgetMissed();
        call().ifPresent(call -> {
            Party caller = call.from().party();
            shown = Optional.of(caller);
            link.send(Wire.invite(callid, ++cseq, sdp, caller, call.wanted(), call.group()));
        });
        audio.tellAgain();
        trickling(true);
    }

    /** The phone may have forgotten. */
    void inviteAgain() {
        if (!invite.isEmpty()) {
            invite(invite);
        }
    }

    /** Sends the PBX's SDP for a call that the phone placed, or renegotiates. */
    void describe(int code, String sdp, Party far) {
        if (!laterId.isEmpty()) {
            callid = laterId;
            laterId = "";
            call().ifPresent(Call::touch);
        }
        shown = Optional.of(far);
        link.send(Wire.sdp(callid, ++cseq, code, sdp, far));
        trickling(true);
    }

    @Override
    void shows(Party far) {
        if (!shown.equals(Optional.of(far))) {
            shown = Optional.of(far);
            link.send(Wire.callerId(callid, far));
        }
    }

    @Override
    void hears(Call in) {
        Hearing now = Hearing.of(in, this);
        if (!now.equals(hearing)) {
            hearing = now;
            audio.play(now.sound(audio.voice()));
        }
    }

    /** Sends the candidates that the phone was not told, once it has the description to which they belong. */
    void trickle() {
        if (trickling) {
            audio.untold().forEach(line -> link.send(Wire.candidate(callid, line)));
        }
    }

    /** Whether the phone has the present description. */
    void trickling(boolean now) {
        trickling = now;
        trickle();
    }

    @Override
    void held(boolean now) {
        link.send(UnknownShapes.change(callid, now));
    }

    @Override
    void recorded(boolean now) {
        link.send(UnknownShapes.recording(callid, now));
    }

    /** Its owner's address book has a name for who calls. */
    void knows(String name) {
        link.send(Wire.crmContact(name));
    }

    void pressed(char key) {
        link.send(UnknownShapes.info(callid, key));
    }

    @Override
    void bye(int code) {
        link.send(code == 0 ? Wire.bye(callid, ++cseq) : Wire.bye(callid, ++cseq, code));
    }

    @Override
    void cancel(boolean taken) {
        link.send(UnknownShapes.cancel(callid, ++cseq, taken));
    }

    @Override
    void close() {
        audio.close();
        closed.run();
    }
}
