package pbx.simulator.exchange;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.simulator.wire.Frame;
import pbx.simulator.wire.Party;

/** Places calls. */
final class Dialling {
    private static final Logger LOG = LoggerFactory.getLogger(Dialling.class);
    private static final int NOT_FOUND = 404;
    private static final int BUSY = 486;
    private static final int MOST_LEGS = 8;

    private final Switchboard switchboard;
    private final Legs legs;
    private final Dialplan plan;
    private final String domain;

    Dialling(Switchboard switchboard, Legs legs, Dialplan plan, String domain) {
        this.switchboard = switchboard;
        this.legs = legs;
        this.plan = plan;
        this.domain = domain;
    }

    /** {@code sdp-packet}: a phone places a call. The same one twice is one. The first generation names no id. */
    void dial(Phone phone, Frame frame) {
        String callid = frame.text("callid").isEmpty() ? legs.newId() : frame.text("callid");
        Optional<String> offer = frame.sdp();
        var mine = phone.account().devices().stream()
                .filter(device -> device instanceof Leg leg && leg.link().to(phone))
                .toList();
        if (offer.isEmpty() || mine.stream().anyMatch(device -> device.answersTo(callid))) {
            LOG.debug("ignored an sdp-packet without sdp, or a repeated one");
            return;
        }
        Leg caller = legs.placedBy(phone, callid, offer.get());
        String number = frame.text("to");
        boolean urgent = plan.at(number).filter(Destination::urgent).isPresent();
        if (mine.size() >= MOST_LEGS && !urgent) {
            caller.bye(BUSY);
            caller.close();
        } else {
            place(caller, number);
        }
    }

    /** A device places a call to the number, or is told why it cannot. */
    void place(Device caller, String number) {
        Optional<Destination> destination = plan.at(number);
        Party wanted = destination.map(Destination::party).orElseGet(() -> new Party(number, number, domain));
        Call call = switchboard.open(caller.callid(), caller, wanted);
        int refusal = destination.map(there -> there.refusal(caller)).orElse(NOT_FOUND);
        if (refusal != 0) {
            switchboard.fail(call, refusal);
            return;
        }
        switchboard.patch(call);
        var unused = caller.begin(wanted).whenComplete((nothing, error) -> {
            if (error != null && call.live()) {
                switchboard.fail(call, AudioFailure.code(error));
            }
        });
        destination.orElseThrow().take(call);
    }

    /** The code with which the number would refuse the end if it were sent there; 0 if it would take it. */
    int refusalOfSent(End from, String number) {
        return plan.at(number).map(there -> there.refusalOfSent(from)).orElse(NOT_FOUND);
    }

    /** Sends an end that talks already to a number that would take it. It must be in no call. */
    Call send(End from, String number) {
        Destination destination = plan.at(number).orElseThrow();
        String id = from instanceof Device device ? device.callid() : legs.newId();
        Call call = switchboard.open(id, from, destination.party());
        switchboard.patch(call);
        destination.takeOver(call);
        return call;
    }
}
