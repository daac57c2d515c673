package pbx.simulator.office;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pbx.simulator.control.ScriptedPhone;
import pbx.simulator.exchange.Dnd;
import pbx.simulator.exchange.Exchange;

/** Somebody who sits at an extension. Everything happens on the loop. */
final class Person implements ScriptedPhone.Listener {
    private static final List<String> REASONS = List.of("Lunch", "Meeting", "Customer visit");
    private static final List<String> ORBITS = List.of("700", "701", "702", "703", "704", "705");

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Office office;
    private final Exchange exchange;
    private final Habits habits;
    private final ScriptedPhone phone;
    private final Set<String> visits = new HashSet<>();
    private boolean resting;
    private String dialled = "";

    Person(Office office, Exchange exchange, String seat, Habits habits) {
        this.office = office;
        this.exchange = exchange;
        this.habits = habits;
        this.phone = ScriptedPhone.of(exchange, seat, this);
    }

    String seat() {
        return phone.number();
    }

    boolean isFree() {
        return phone.plugged() && !resting && phone.calls().isEmpty();
    }

    /** Most come at once, some later. */
    void morning() {
        after(habits.chance(80) ? habits.seconds(0, 8) : habits.seconds(30, 120), this::arrive);
    }

    private void arrive() {
        phone.register();
        after(habits.seconds(3, 25), this::act);
    }

    void leave() {
        phone.unplug();
    }

    /** Does one thing, if there is time for it, and looks up again later. */
    private void act() {
        if (isFree() && habits.chance(10)) {
            rest();
        } else if (isFree() && habits.chance(5)) {
            leave();
            after(habits.seconds(20, 60), this::arrive);
            return;
        } else if (isFree() && habits.chance(15)) {
            office.strangers().next(new Customer()).dial(seat());
        } else if (isFree() && habits.chance(70)) {
            ring();
        }
        after(habits.seconds(8, 40), this::act);
    }

    private void rest() {
        Duration time = habits.seconds(30, 90);
        resting = true;
        exchange.dnd(seat(), new Dnd(true, habits.oneOf(REASONS).orElseThrow()), time);
        after(time, () -> resting = false);
    }

    private void ring() {
        if (office.visitor().isPresent() && habits.chance(2)) {
            dial(office.visitor().get());
        } else {
            office.colleague(this, habits).ifPresent(colleague -> dial(colleague.seat()));
        }
    }

    private void dial(String number) {
        dialled = number;
        String call = phone.dial(number);
        after(habits.seconds(15, 25), () -> giveUp(call));
    }

    private void giveUp(String call) {
        if (phone.calls().get(call) == ScriptedPhone.State.CALLING) {
            phone.hangUp();
        }
    }

    @Override
    public void rings(ScriptedPhone mine, String call, String from) {
        if (!office.sitsHere(from) && !office.strangers().know(from)) {
            visits.add(call);
        }
        boolean declines = habits.chance(5);
        boolean hears = habits.chance(90);
        if (declines || hears) {
            after(habits.seconds(2, 6), declines ? phone::decline : phone::answer);
        }
    }

    /** Who called ends it; nobody talks for ever but with a visitor, who is never cut off. */
    @Override
    public void talks(ScriptedPhone mine, String call) {
        if (call.endsWith("@script")) {
            after(habits.seconds(8, 45), () -> finish(call));
        } else if (!visits.contains(call)) {
            after(LONGEST, () -> finish(call));
        }
        if (habits.chance(15)) {
            after(habits.seconds(3, 6), () -> phone.hold(true));
            after(habits.seconds(7, 10), () -> phone.hold(false));
        }
    }

    @Override
    public void ends(ScriptedPhone mine, String call) {
        visits.remove(call);
    }

    private void finish(String call) {
        if (!phone.calls().containsKey(call)) {
            return;
        }
        if (office.sitsHere(dialled) && habits.chance(15)) {
            park();
        } else {
            phone.hangUp();
        }
    }

    private void park() {
        String orbit = habits.oneOf(ORBITS).orElseThrow();
        phone.transfer(orbit);
        after(habits.seconds(8, 20), () -> office.colleague(this, habits)
                .ifPresent(colleague -> colleague.fetch(orbit)));
    }

    private void fetch(String orbit) {
        phone.dial("*86" + orbit);
    }

    private void after(Duration delay, Runnable task) {
        office.loop().after(delay, () -> {
            if (office.isOpen()) {
                task.run();
            }
        });
    }

    /** Somebody outside, who hangs up in the end. */
    private final class Customer implements ScriptedPhone.Listener {
        @Override
        public void talks(ScriptedPhone customer, String call) {
            after(habits.seconds(10, 40), customer::unplug);
        }

        @Override
        public void ends(ScriptedPhone customer, String call) {
            customer.unplug();
        }
    }
}
