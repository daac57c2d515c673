package pbx.simulator.exchange;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.simulator.wire.Frame;
import pbx.simulator.wire.Party;

/** The dialplan: from a number to somebody who answers. */
final class Dialling {
    private static final Logger LOG = LoggerFactory.getLogger(Dialling.class);
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 480;
    private static final int BUSY = 486;
    private static final int MOST_LEGS = 8;

    private final Switchboard switchboard;
    private final Tenant tenant;
    private final Loop loop;

    Dialling(Switchboard switchboard, Loop loop) {
        this.switchboard = switchboard;
        this.tenant = switchboard.tenant();
        this.loop = loop;
    }

    /** {@code sdp-packet}: a phone places a call. The same one twice is one. */
    void dial(Phone phone, Frame frame) {
        String callid = frame.text("callid");
        Optional<String> offer = frame.sdp();
        List<Leg> mine =
                switchboard.legs().stream().filter(leg -> leg.at(phone)).toList();
        if (callid.isEmpty()
                || offer.isEmpty()
                || mine.stream().anyMatch(leg -> leg.callid().equals(callid))) {
            LOG.debug("ignored an sdp-packet without callid or sdp, or a repeated one");
            return;
        }
        Leg caller = switchboard.leg(callid, phone);
        if (mine.size() >= MOST_LEGS) {
            caller.bye(BUSY);
        } else {
            place(caller, callid, offer.get(), frame.text("to"));
        }
    }

    /** Starts a call from an end that waits to be answered, or talks already. */
    void place(End from, String id, String offer, String number) {
        Optional<Service> service = Service.at(number);
        Optional<Account> account = tenant.account(number);
        Call call = new Call(id, from, offer, party(number, service, account), loop.now());
        switchboard.add(call);
        switchboard.patch(call);
        if (service.isPresent()) {
            serve(call, service.get());
        } else if (account.isPresent()) {
            ring(call, account.get());
        } else {
            switchboard.fail(call, NOT_FOUND);
        }
    }

    /** 604 alerts in {@code call-state} alone: a flat answer 180 would need an SDP, and there is no early audio to describe. */
    private void serve(Call call, Service service) {
        if (service.refusal() != 0) {
            switchboard.fail(call, service.refusal());
        } else if (service != Service.RING) {
            call.answeredBy(new ServiceEnd(service, call.wanted()));
            switchboard.connect(call);
        }
    }

    private void ring(Call call, Account account) {
        List<Phone> phones = tenant.registered(account).stream()
                .filter(phone -> !(call.from() instanceof Leg caller && caller.at(phone)))
                .toList();
        if (account.dnd() || phones.isEmpty()) {
            switchboard.fail(call, account.dnd() ? BUSY : UNAVAILABLE);
            return;
        }
        phones.forEach(phone -> call.ringing().add(switchboard.leg(switchboard.newId(), phone)));
        List.copyOf(call.ringing()).forEach(leg -> offer(call, leg));
    }

    private void offer(Call call, Leg leg) {
        leg.audio().offer().whenComplete((sdp, error) -> {
            if (!call.ringing().contains(leg) || !switchboard.has(call)) {
                return;
            }
            if (error == null) {
                leg.invite(sdp, call.from().party(), call.wanted());
            } else {
                switchboard.reject(call, leg, Switchboard.code(error));
            }
        });
    }

    private Party party(String number, Optional<Service> service, Optional<Account> account) {
        return account.map(Account::party)
                .orElseGet(
                        () -> tenant.party(number, service.map(Service::title).orElse(number)));
    }
}
