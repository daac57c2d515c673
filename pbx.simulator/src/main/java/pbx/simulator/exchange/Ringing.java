package pbx.simulator.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lets the devices of extensions ring for a call. */
final class Ringing {
    private static final int NO_ANSWER = 480;

    private final Switchboard switchboard;
    private final Legs legs;
    private final Contacts contacts;
    private final Loop loop;

    Ringing(Switchboard switchboard, Legs legs, Contacts contacts, Loop loop) {
        this.contacts = contacts;
        this.switchboard = switchboard;
        this.legs = legs;
        this.loop = loop;
    }

    /** Whether somebody would hear it: the phone that calls does not ring for itself. */
    static boolean possible(End from, Account account) {
        return account.deskPhone() || account.registered().stream().anyMatch(phone -> !isAt(from, phone));
    }

    void ring(Call call, Collection<Account> accounts) {
        List<Device> devices = new ArrayList<>();
        for (Account account : accounts) {
            account.registered().stream()
                    .filter(phone -> !isAt(call.from(), phone))
                    .forEach(phone -> devices.add(legs.offeredTo(phone)));
            if (account.deskPhone()) {
                devices.add(new DeskLeg(legs.newId(), account));
            }
        }
        devices.forEach(call::ring);
        devices.forEach(device -> ring(call, device));
    }

    private void ring(Call call, Device device) {
        var unused = device.ring().whenComplete((nothing, error) -> {
            if (error != null) {
                switchboard.reject(call, device, AudioFailure.code(error));
            } else if (device instanceof Leg leg) {
                contacts.name(device.account(), call.from().party().number()).ifPresent(leg::knows);
            }
        });
    }

    /** After this long nobody is expected to answer any more. */
    void giveUpAfter(Duration time, Call call) {
        List<Device> now = call.ringing();
        loop.after(time, () -> {
            if (call.live() && !now.isEmpty() && call.ringing().stream().anyMatch(now::contains)) {
                switchboard.unanswered(call, NO_ANSWER);
            }
        });
    }

    private static boolean isAt(End from, Phone phone) {
        return from instanceof Leg caller && caller.link().to(phone);
    }
}
