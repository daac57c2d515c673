package pbx.simulator.exchange;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import pbx.simulator.wire.Party;

/** Opens, connects and ends calls, and sees to it that everybody hears whom they should. */
final class Switchboard {
    private final Set<Call> calls = new LinkedHashSet<>();
    private final Call.Watcher watcher;
    private final Loop loop;

    Switchboard(Call.Watcher watcher, Loop loop) {
        this.watcher = watcher;
        this.loop = loop;
    }

    Set<Call> calls() {
        return calls;
    }

    Call open(String id, End from, Party wanted) {
        Call call = new Call(id, from, wanted, loop.now(), watcher);
        calls.add(call);
        return call;
    }

    /** One of the devices that ring takes the call; the others need not ring any more. */
    void answer(Call call, Device device) {
        call.answeredBy(device);
        stopRinging(call, true);
        connect(call);
    }

    /** The PBX itself takes the call. */
    void answer(Call call, ServiceEnd service) {
        call.answeredBy(service);
        stopRinging(call, true);
        connect(call);
    }

    /** Ends the call that a service took, unless another has it by then. */
    void hangUpAfter(Duration time, Call call, ServiceEnd service) {
        loop.after(time, () -> {
            if (call.live() && call.to().filter(to -> to == service).isPresent()) {
                fail(call, 0);
            }
        });
    }

    /** Lets both ends talk, as soon as both can. */
    void connect(Call call) {
        End from = call.from();
        End to = call.to().orElseThrow();
        CompletableFuture<Void> near = from.pickUp(to.party());
        CompletableFuture<Void> far = to.pickUp(from.party());
        CompletableFuture.allOf(near, far).whenComplete((nothing, error) -> {
            if (!call.live()) {
                return;
            }
            if (error == null) {
                connected(call);
            } else {
                fail(call, AudioFailure.code(error));
            }
        });
    }

    private void connected(Call call) {
        call.connected(loop.now());
        boolean parked = call.facility().filter(Facility::isOrbit).isPresent();
        if (call.devices().isEmpty() && !parked) {
            fail(call, 0);
            return;
        }
        patch(call);
        showFarEnds(call);
    }

    private static void showFarEnds(Call call) {
        for (Device device : call.devices()) {
            if (!call.ringing().contains(device)) {
                call.across(device).ifPresent(far -> device.shows(far.party()));
            }
        }
    }

    /** Somebody has another name; who talks to them sees it. */
    void renamed(Account account) {
        account.calls().stream().filter(Call::connected).forEach(Switchboard::showFarEnds);
    }

    /** Gives each end what it should hear now. */
    void patch(Call call) {
        for (Device device : call.devices()) {
            if (!call.ringing().contains(device)) {
                device.hears(call);
            }
        }
    }

    void hold(Device device, boolean holding) {
        boolean before = device.holding();
        device.holding(holding);
        device.call().ifPresent(call -> {
            patch(call);
            if (before != holding && call.across(device).orElse(null) instanceof Device far) {
                far.held(holding);
            }
        });
    }

    /** Lets every device that rings fall silent. */
    private static void stopRinging(Call call, boolean taken) {
        for (Device device : call.ringing()) {
            call.stopRinging(device);
            device.cancel(taken);
            device.close();
        }
    }

    /** One of the devices that ring does not want it. With the last of them, or when all are meant, nobody does. */
    void reject(Call call, Device device, int code) {
        if (call.stopRinging(device)) {
            device.close();
            if (call.ringing().isEmpty() || code >= 600) {
                unanswered(call, code);
            }
        }
    }

    /** Nobody takes it: what was planned for that is done, or the call fails. */
    void unanswered(Call call, int code) {
        stopRinging(call, false);
        call.takeOtherwise().ifPresentOrElse(what -> what.accept(code), () -> fail(call, code));
    }

    /** Ends the call on the PBX's own account. */
    void fail(Call call, int code) {
        end(call, Optional.empty(), code);
    }

    /** Ends the call for everybody; who ended it is not told. A code of 0 is not sent. */
    void end(Call call, Optional<Device> by, int code) {
        if (!calls.remove(call)) {
            return;
        }
        List<Device> devices = call.devices();
        List<Device> ringing = call.ringing();
        for (Device device : devices) {
            if (by.filter(ender -> ender == device).isPresent()) {
                continue;
            }
            if (ringing.contains(device)) {
                device.cancel(false);
            } else {
                device.bye(code);
            }
        }
        call.end(Optional.empty());
        devices.forEach(Device::close);
    }

    /** Takes one end out of the call, which is no more; whoever else was in it is hung up. */
    void keepOnly(End staying, Call call) {
        calls.remove(call);
        stopRinging(call, false);
        List<Device> others =
                call.devices().stream().filter(device -> device != staying).toList();
        others.forEach(device -> device.bye(0));
        call.end(Optional.of(staying));
        others.forEach(Device::close);
    }
}
